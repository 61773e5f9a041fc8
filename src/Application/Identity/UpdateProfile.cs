using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>Changes the caller's own names; null leaves a name as it is, an empty first or last name takes it away. Conflict: the username is taken.</summary>
public sealed record UpdateProfileCommand(Caller Caller, string? Username, string? FirstName, string? LastName) : ICommand<UserView>;

internal sealed class UpdateProfileValidator : AbstractValidator<UpdateProfileCommand>
{
    public UpdateProfileValidator()
    {
        RuleFor(command => command.Username).Username();
        RuleFor(command => command.FirstName).PersonName();
        RuleFor(command => command.LastName).PersonName();
    }
}

internal sealed class UpdateProfileHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<UpdateProfileCommand, UserView>
{
    public async Task<Result<UserView>> Handle(UpdateProfileCommand command, CancellationToken cancellationToken)
    {
        var caller = command.Caller;
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        if (await work.Users.FindAsync(caller.User, cancellationToken) is not { } user) return IdentityErrors.TokenInvalid;
        if ((await work.Users.CheckNamesAsync(null, command.Username, user.Id, cancellationToken)).Failed(out var error, out _)) return error;
        user.Rename(command.Username, command.FirstName, command.LastName, time.GetUtcNow());
        work.Record(new AuditEvent(caller.Actor, AuditActions.UserUpdated, AuditResources.User, user.Id.ToString(), user.OrganizationId));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error : user.To<UserView>();
    }
}
