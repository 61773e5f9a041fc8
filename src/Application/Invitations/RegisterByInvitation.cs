using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Invitations;

/// <summary>
/// A person without an account joins by an invitation: makes the account for the invited address and signs in, also where registration is closed. Invalid: the
/// password falls short. Unauthenticated: the address has an account. Expired; Conflict: it was accepted already, or the organization is full.
/// </summary>
public sealed record RegisterByInvitationCommand(string Token, string Password, string? FirstName, string? LastName, ClientFacts Client)
    : ICommand<SignInView>
{
    public override string ToString() => nameof(RegisterByInvitationCommand);
}

internal sealed class RegisterByInvitationValidator : AbstractValidator<RegisterByInvitationCommand>
{
    public RegisterByInvitationValidator()
    {
        RuleFor(command => command.Password).Password();
        RuleFor(command => command.FirstName).PersonName();
        RuleFor(command => command.LastName).PersonName();
    }
}

internal sealed class RegisterByInvitationHandler(
    IInvitationTokens tokens, IUnitsOfWork units, NewPassword newPassword, LoginSessionIssuer issuer, TimeProvider time)
    : ICommandHandler<RegisterByInvitationCommand, SignInView>
{
    public async Task<Result<SignInView>> Handle(RegisterByInvitationCommand command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await tokens.FindAsync(Invitation.HashOf(command.Token), cancellationToken) is not { Invitation: var found }) return InvitationErrors.NotFound;
        // Before a password is hashed for nothing.
        if (found.StateAt(now) == InvitationState.Expired) return InvitationErrors.Expired;
        var hashing = await newPassword.HashAsync(found.TenantId, command.Password, "password", [found.Email], cancellationToken);
        if (hashing.Failed(out var error, out var hash)) return error;

        await using var work = await units.BeginAsync(found.TenantId, cancellationToken);
        if ((await work.OpenAsync(found, cancellationToken)).Failed(out error, out var opened)) return error;
        if (await work.Users.FindByEmailAsync(found.Email, cancellationToken) is not null) return InvitationErrors.SignIn;
        var wanted = new NewUser(found.Email, null, command.FirstName, command.LastName, hash, SystemRole.User, opened.Organization, found.Role);
        if ((await NewUser.CreateAsync(work, wanted, now, cancellationToken)).Failed(out error, out var user)) return error;
        if (opened.Invitation.Accept(user, now).Failed(out error, out _)) return error;
        var by = new Actor(found.TenantId, user.Id, command.Client);
        work.Record(new AuditEvent(by, AuditActions.UserRegistered, AuditResources.User, user.Id.ToString(), found.OrganizationId));
        work.Record(InvitedWork.Joined(by, opened.Invitation, user));
        var signIn = await issuer.BeginFirstAsync(work, user, by, cancellationToken);
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error : signIn;
    }
}
