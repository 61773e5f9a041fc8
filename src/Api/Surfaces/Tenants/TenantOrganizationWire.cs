using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Access;
using ModuleX.Application.Organizations;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.Tenants;

/// <param name="Name">1 to 100 characters, unique in the tenant.</param>
[LimitsOf(typeof(CreateOrganizationCommand))]
internal sealed record TenantOrganizationRequest(string Name, string? Description = null)
{
    /// <exception cref="InvalidRequestException">The name is too long.</exception>
    public CreateOrganizationCommand ToCommand(Caller caller) =>
        new(caller.Actor, null, TenantOrganizationWire.Named(Name)!, new OrganizationChange(Description: Description));
}

/// <summary>What is left out stays as it is.</summary>
/// <param name="Name">1 to 100 characters, unique in the tenant.</param>
/// <param name="Description">Empty for none.</param>
[LimitsOf(typeof(UpdateOrganizationCommand))]
internal sealed record TenantOrganizationChangeRequest(string? Name = null, string? Description = null)
{
    /// <exception cref="InvalidRequestException">The name is too long.</exception>
    public UpdateOrganizationCommand ToCommand(Caller caller, Guid organization) =>
        new(caller, new OrganizationId(organization), new OrganizationChange(Name: TenantOrganizationWire.Named(Name), Description: Description),
            NameIsUnique: true);
}

/// <param name="Description">Empty where there is none.</param>
/// <param name="CreatedBy">The number 0 and the name system for the tenant's first organization and for those made at the command line.</param>
internal sealed record TenantOrganizationResponse(
    OrganizationId Id,
    string Name,
    string Description,
    DateTimeOffset CreatedAt,
    TenantCreator CreatedBy)
{
    public static TenantOrganizationResponse Of(OrganizationView organization) => new(
        organization.Id, organization.Name, organization.Description ?? "", organization.CreatedAt,
        organization.Creator is { } creator ? new(creator.Number, creator.Username) : new(0, TenantAuditWords.Server));
}

internal sealed record TenantCreator(long Id, string Username);

/// <summary>The rule of document 4 for names.</summary>
internal static class TenantOrganizationWire
{
    /// <summary>Document 4's; other documents allow more.</summary>
    private const int MaximumNameLength = 100;

    public static string? Named(string? name) => name is not { Length: > MaximumNameLength }
        ? name
        : throw new InvalidRequestException(ValidationErrors.Invalid([
            new Problem("/name", $"name has more than {MaximumNameLength} characters")
                { Rule = ProblemRule.StringTooLong, Limits = ProblemLimit.Of(ProblemLimit.MaxLength, MaximumNameLength) }]));
}
