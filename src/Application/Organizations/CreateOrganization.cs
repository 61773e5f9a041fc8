using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Organizations;

/// <summary>Adds an organization to the actor's tenant, with the starting roles. Conflict: the slug or the domain is taken; without a slug, the name.</summary>
/// <param name="Slug">Null for one that is made from the name, which must then be the only one of its kind: nothing else would tell the two apart.</param>
/// <param name="Facts">What else is known of it.</param>
public sealed record CreateOrganizationCommand(Actor Actor, string? Slug, string Name, OrganizationChange Facts) : ICommand<OrganizationView>;

internal sealed class CreateOrganizationValidator : AbstractValidator<CreateOrganizationCommand>
{
    public CreateOrganizationValidator()
    {
        RuleFor(command => command.Slug).Length(2, 50).Matches("^[a-z0-9-]*$");
        RuleFor(command => command.Name).NotEmpty().MaximumLength(255).Must(OrganizationChangeValidator.HasNoControls)
            .WithMessage(OrganizationChangeValidator.NoControls);
        RuleFor(command => command.Facts).SetValidator(new OrganizationChangeValidator()).OverridePropertyName("");
    }
}

internal sealed class CreateOrganizationHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<CreateOrganizationCommand, OrganizationView>
{
    public async Task<Result<OrganizationView>> Handle(CreateOrganizationCommand command, CancellationToken cancellationToken)
    {
        var (tenant, now) = (command.Actor.Tenant, time.GetUtcNow());
        await using var work = await units.BeginAsync(tenant, cancellationToken);
        if (command.Slug is null && (await work.ReserveNameAsync(command.Name, null, cancellationToken)).Failed(out var error, out _)) return error;
        var slug = command.Slug ?? await work.ChooseSlugAsync(command.Name, cancellationToken);
        var created = Organization.Create(new OrganizationId(Guid.CreateVersion7(now)), tenant, slug, command.Name, isDefault: false, now, command.Actor.User);
        if (created.Failed(out error, out var organization)) return error;
        if (organization.Change(command.Facts, now).Failed(out error, out _)) return error;
        if (await work.Organizations.IsSlugTakenAsync(organization.Slug, cancellationToken)) return OrganizationErrors.SlugTaken(organization.Slug);
        if (organization.Domain is { } domain && await work.Organizations.IsDomainTakenAsync(domain, null, cancellationToken))
            return OrganizationErrors.DomainTaken;
        work.Organizations.Add(organization);
        work.Roles.AddStarting(organization, await work.Roles.ListPermissionsAsync(cancellationToken), now);
        work.Record(new AuditEvent(command.Actor, AuditActions.OrganizationCreated, AuditResources.Organization, organization.Id.ToString(), organization.Id));
        var creator = command.Actor.User is { } id ? await work.Users.FindAsync(id, cancellationToken) : null;
        if ((await work.CommitAsync(cancellationToken)).Failed(out error, out _)) return error;
        return organization.To<OrganizationView>() with { Creator = creator is null ? null : creator.To<UserNameView>() };
    }
}
