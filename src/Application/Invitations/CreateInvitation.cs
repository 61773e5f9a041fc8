using System.Security.Cryptography;
using FluentValidation;
using Microsoft.Extensions.Options;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Application.Persistence;
using ModuleX.Application.Pipeline;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Invitations;

/// <summary>
/// Invites a person to an organization that the caller administers. The answer is the one time that the link is shown; no mail is sent. Forbidden: the role is
/// above the caller's own. Conflict: the address is a member's, has an open invitation, or the organization is full.
/// </summary>
/// <param name="Role">member, admin or owner.</param>
public sealed record CreateInvitationCommand(Caller Caller, OrganizationId Organization, string Email, string Role, TimeSpan Lifetime)
    : ICommand<NewInvitationView>;

/// <summary>An invitation that was just made.</summary>
/// <param name="Url">What the person opens; not shown again.</param>
public sealed record NewInvitationView(InvitationView Invitation, string Url)
{
    public override string ToString() => Invitation.Id.ToString();
}

internal sealed class CreateInvitationValidator : AbstractValidator<CreateInvitationCommand>
{
    public CreateInvitationValidator()
    {
        RuleFor(command => command.Email).NewEmail();
        RuleFor(command => command.Role).OneOf("member", "admin", "owner");
        RuleFor(command => command.Lifetime).InclusiveBetween(TimeSpan.FromMinutes(5), Invitation.MaximumLifetime)
            .WithMessage("Must be from 300 to 2592000 seconds").OverridePropertyName("expires_in");
    }
}

internal sealed class CreateInvitationHandler(IUnitsOfWork units, IOptions<ConnectionOptions> connections, TimeProvider time)
    : ICommandHandler<CreateInvitationCommand, NewInvitationView>
{
    /// <summary>How long an invitation that has ended is shown.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public async Task<Result<NewInvitationView>> Handle(CreateInvitationCommand command, CancellationToken cancellationToken)
    {
        var (caller, id, role, now) =
            (command.Caller, command.Organization, Enum.Parse<MembershipRole>(command.Role, ignoreCase: true), time.GetUtcNow());
        if (caller.RefusalFor(id) is { } refusal) return refusal;
        if (!caller.Outranks(id, role)) return IdentityErrors.RoleBeyondOwn;
        var made = Invitation.Create(
            new InvitationId(Guid.CreateVersion7(now)), caller.Tenant, id, command.Email, role, caller.User, command.Lifetime,
            RandomNumberGenerator.GetBytes(32), now);

        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        await work.Organizations.HoldAsync(id, cancellationToken);
        if ((await MakeRoomAsync(work, id, command.Email, now, cancellationToken)).Failed(out var error, out _)) return error;
        work.Invitations.Add(made.Invitation);
        work.Record(new AuditEvent(caller.Actor, AuditActions.InvitationCreated, AuditResources.Invitation, made.Invitation.Id.ToString(), id)
            .With("email", made.Invitation.Email).With("role", command.Role));
        if ((await work.CommitAsync(cancellationToken)).Failed(out error, out _)) return error;
        var url = $"{connections.Value.PublicUrl.TrimEnd('/')}/join/{made.Token}";
        return new NewInvitationView(InvitationView.Of(made.Invitation, now), url);
    }

    private static async Task<Result<Done>> MakeRoomAsync(
        IUnitOfWork work, OrganizationId id, string email, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await work.Organizations.FindAsync(id, cancellationToken) is not { } organization) return OrganizationErrors.Unknown;
        if (organization.MemberCount >= organization.MaxUsers) return OrganizationErrors.Full(organization.MaxUsers);
        if (await work.Users.FindByEmailAsync(email, cancellationToken) is { } user
            && await work.Organizations.FindMembershipAsync(id, user.Id, cancellationToken) is not null) return OrganizationErrors.MemberAlready;
        await work.Invitations.ForgetAsync(id, now - Kept, cancellationToken);
        if (await work.Invitations.FindAsync(id, email, cancellationToken) is not { } earlier) return Done.Result;
        if (earlier.StateAt(now) == InvitationState.Open) return InvitationErrors.Pending;
        work.Invitations.Remove(earlier);
        return Done.Result;
    }
}
