using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Organizations;

/// <summary>
/// Changes what is given of an organization. NotFound: there is none. Conflict: the domain is taken, the limit is below the members, or the default
/// one is to be switched off.
/// </summary>
/// <param name="NameIsUnique">Whether a new name must be no other organization's (Conflict).</param>
public sealed record UpdateOrganizationCommand(Caller Caller, OrganizationId Organization, OrganizationChange Change, bool NameIsUnique = false)
    : ICommand<UpdatedOrganizationView>;

/// <summary>An organization after a change.</summary>
/// <param name="UpdatedFields">The fields that were given, in snake_case.</param>
public sealed record UpdatedOrganizationView(OrganizationView Organization, IReadOnlyList<string> UpdatedFields);

internal sealed class UpdateOrganizationValidator : AbstractValidator<UpdateOrganizationCommand>
{
    public UpdateOrganizationValidator() => RuleFor(command => command.Change).SetValidator(new OrganizationChangeValidator()).OverridePropertyName("");
}

internal sealed class UpdateOrganizationHandler(IUnitsOfWork units, DescribedOrganizations organizations, TimeProvider time)
    : ICommandHandler<UpdateOrganizationCommand, UpdatedOrganizationView>
{
    public async Task<Result<UpdatedOrganizationView>> Handle(UpdateOrganizationCommand command, CancellationToken cancellationToken)
    {
        if ((await ChangeAsync(command, cancellationToken)).Failed(out var error, out var fields)) return error;
        // It may have been deleted in between.
        return await organizations.FindAsync(command.Caller.Tenant, command.Organization, cancellationToken) is { } changed
            ? new UpdatedOrganizationView(changed, fields)
            : OrganizationErrors.Unknown;
    }

    private async Task<Result<IReadOnlyList<string>>> ChangeAsync(UpdateOrganizationCommand command, CancellationToken cancellationToken)
    {
        var (caller, id, change) = (command.Caller, command.Organization, command.Change);
        if (caller.RefusalFor(id) is { } refusal) return refusal;
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        // Held before it is read: the new limit is compared with the members that there are.
        await work.Organizations.HoldAsync(id, cancellationToken);
        if (await work.Organizations.FindAsync(id, cancellationToken) is not { } organization) return OrganizationErrors.Unknown;
        if (command.NameIsUnique && change.Name is { } name
            && (await work.ReserveNameAsync(name, id, cancellationToken)).Failed(out var taken, out _)) return taken;
        var wasActive = organization.IsActive;
        if (organization.Change(change, time.GetUtcNow()).Failed(out var error, out var fields)) return error;
        if (change.Domain is not null && organization.Domain is { } domain
            && await work.Organizations.IsDomainTakenAsync(domain, id, cancellationToken)) return OrganizationErrors.DomainTaken;
        // Nothing that is known of members mentions an inactive organization, so who gains one by this can only be told with all of the tenant.
        if (organization.IsActive != wasActive) work.Announce(wasActive ? id.Value : caller.Tenant.Value);
        work.Record(new AuditEvent(caller.Actor, AuditActions.OrganizationUpdated, AuditResources.Organization, id.ToString(), id));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error : fields.ToList();
    }
}
