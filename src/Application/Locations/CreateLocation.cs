using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Access;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Locations;

/// <summary>Adds a location to an organization. Conflict: the organization has one with the code. NotFound: there is no such organization.</summary>
/// <param name="Organization">Null for that of the caller's token; a super admin has to say which.</param>
/// <param name="Facts">With a name.</param>
public sealed record CreateLocationCommand(Caller Caller, OrganizationId? Organization, string Code, LocationFacts Facts) : ICommand<LocationView>;

internal sealed class CreateLocationValidator : AbstractValidator<CreateLocationCommand>
{
    public CreateLocationValidator()
    {
        RuleFor(command => command.Code).Length(1, 50).Matches("^[A-Z0-9_-]+$");
        // The pattern's end is also before a line break at the end.
        RuleFor(command => command.Code).Must(code => !code.EndsWith('\n')).WithMessage("Must not end with a line break");
        RuleFor(command => command.Facts.Name).NotNull().OverridePropertyName("Name");
        RuleFor(command => command.Facts).SetValidator(new LocationFactsValidator()).OverridePropertyName("");
    }
}

internal sealed class CreateLocationHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<CreateLocationCommand, LocationView>
{
    public async Task<Result<LocationView>> Handle(CreateLocationCommand command, CancellationToken cancellationToken)
    {
        var caller = command.Caller;
        if (caller.ForNew(command.Organization, PermissionNames.LocationCreate).Failed(out var error, out var organization)) return error;
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        if (await work.Organizations.FindAsync(organization, cancellationToken) is null) return OrganizationErrors.Unknown;
        if (await work.Locations.IsCodeTakenAsync(organization, command.Code, cancellationToken)) return LocationErrors.CodeTaken;
        var now = time.GetUtcNow();
        var location = Location.Create(new LocationId(Guid.CreateVersion7(now)), caller.Tenant, organization, command.Code, command.Facts, now);
        work.Locations.Add(location);
        work.Record(new AuditEvent(caller.Actor, AuditActions.LocationCreated, AuditResources.Location, location.Id.ToString(), organization));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error : location.To<LocationView>();
    }
}
