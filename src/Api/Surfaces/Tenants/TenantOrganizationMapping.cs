using ModuleX.Api.Hosting;
using ModuleX.Application.Organizations;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Application.Access;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>Between document 4's wire records of organizations and the use cases.</summary>
internal static class TenantOrganizationMapping
{
    /// <summary>Document 4's; other documents allow more.</summary>
    private const int MaximumNameLength = 100;

    /// <exception cref="InvalidRequestException">The name is too long.</exception>
    public static CreateOrganizationCommand ToCommand(this TenantOrganizationRequest request, Caller caller) =>
        new(caller.Actor, null, Named(request.Name)!, new OrganizationChange(Description: request.Description));

    /// <exception cref="InvalidRequestException">The name is too long.</exception>
    public static UpdateOrganizationCommand ToCommand(this TenantOrganizationChangeRequest request, Caller caller, Guid organization) =>
        new(caller, new OrganizationId(organization), new OrganizationChange(Name: Named(request.Name), Description: request.Description), NameIsUnique: true);

    public static TenantOrganizationResponse ToTenantWire(this OrganizationView organization) => new(
        organization.Id.ToString(), organization.Name, organization.Description ?? "", organization.CreatedAt,
        organization.Creator is { } creator ? new(creator.Number, creator.Username) : new(0, TenantAuditMapping.Server));

    private static string? Named(string? name) => name is not { Length: > MaximumNameLength }
        ? name
        : throw new InvalidRequestException(ValidationErrors.Invalid([
            new Problem("/name", $"name has more than {MaximumNameLength} characters")
                { Rule = ProblemRule.StringTooLong, Limits = ProblemLimit.Of(ProblemLimit.MaxLength, MaximumNameLength) }]));
}
