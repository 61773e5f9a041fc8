using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Identity;

/// <summary>
/// Gives new tokens for a refresh token. A token that was exchanged before ends its session: it was stolen, or its thief was faster (RFC 9700, section 4.14).
/// Unauthenticated: unknown, expired, used, or its session or user has ended; a session that was left alone for too long ends now.
/// </summary>
/// <param name="Tenant">The tenant that the request names; null where it names none. Forbidden: the token is of another one.</param>
/// <param name="Rotates">
/// True exchanges the refresh token. False keeps it, which only a session that began so allows (docs/adr/0012): a stolen token of another session must not
/// escape the detection this way.
/// </param>
public sealed record RefreshLoginSessionCommand(TenantId? Tenant, string RefreshToken, bool Rotates, ClientFacts Client) : ICommand<SignInView>
{
    public override string ToString() => nameof(RefreshLoginSessionCommand);
}

internal sealed class RefreshLoginSessionValidator : AbstractValidator<RefreshLoginSessionCommand>
{
    public RefreshLoginSessionValidator() => RuleFor(command => command.RefreshToken).NotEmpty().MaximumLength(4096);
}

internal sealed class RefreshLoginSessionHandler(
    IRefreshTokenTenants logins, IUnitsOfWork units, ILoginSessionLimits limits, LoginSessionIssuer issuer, ISecurityLog securityLog, TimeProvider time)
    : ICommandHandler<RefreshLoginSessionCommand, SignInView>
{
    public async Task<Result<SignInView>> Handle(RefreshLoginSessionCommand command, CancellationToken cancellationToken)
    {
        var hash = RefreshToken.HashOf(command.RefreshToken);
        if (await logins.FindTenantAsync(hash, cancellationToken) is not { } tenant) return IdentityErrors.RefreshTokenInvalid;
        if (command.Tenant is { } named && named != tenant) return IdentityErrors.TenantMismatch;
        var idleLimit = await limits.FindIdleLimitAsync(tenant, cancellationToken);

        await using var work = await units.BeginAsync(tenant, cancellationToken);
        var now = time.GetUtcNow();
        if (await work.Logins.FindTokenAsync(hash, cancellationToken) is not { } token
            || await work.Logins.FindAsync(token.SessionId, cancellationToken) is not { } session
            || !session.IsLiveAt(now)
            || await work.Users.FindAsync(session.UserId, cancellationToken) is not { IsActive: true } user)
            return IdentityErrors.RefreshTokenInvalid;
        if (session.IsIdleAt(now, idleLimit)) return await TimeOutAsync(work, session, command.Client, now, cancellationToken);
        if (token.UsedAt is not null) return await EndAsync(work, session, command.Client, now, cancellationToken);
        if (token.ExpiresAt <= now) return IdentityErrors.RefreshTokenInvalid;
        if (command.Rotates) return await RotateAsync(work, session, user, hash, command, now, cancellationToken);
        return session.KeepsRefreshToken ? await issuer.SignInAsync(session, user, command.RefreshToken, cancellationToken)
            : IdentityErrors.RefreshTokenInvalid;
    }

    private async Task<Result<SignInView>> RotateAsync(
        IUnitOfWork work, LoginSession session, User user, string hash, RefreshLoginSessionCommand command, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        // Two at once with one token are two that have it.
        if (!await work.Logins.TryUseAsync(hash, now, cancellationToken)) return await EndAsync(work, session, command.Client, now, cancellationToken);
        session.Rotate();
        session.Extend(now);
        var signIn = await issuer.SignInAsync(session, user, LoginSessionIssuer.AddRefreshToken(work, session, now), cancellationToken);
        return (await work.CommitAsync(cancellationToken)).Failed(out var error, out _) ? error : signIn;
    }

    private static async Task<Result<SignInView>> TimeOutAsync(
        IUnitOfWork work, LoginSession session, ClientFacts client, DateTimeOffset now, CancellationToken cancellationToken)
    {
        work.End(session, LoginEndings.IdleTimeout, now);
        var by = new Actor(session.TenantId, session.UserId, client);
        work.Record(new AuditEvent(by, AuditActions.SessionEnded, AuditResources.Session, session.Id.ToString(), session.OrganizationId)
            .With("reason", LoginEndings.IdleTimeout));
        return (await work.CommitAsync(cancellationToken)).Failed(out var error, out _) ? error : IdentityErrors.RefreshTokenInvalid;
    }

    private async Task<Result<SignInView>> EndAsync(
        IUnitOfWork work, LoginSession session, ClientFacts client, DateTimeOffset now, CancellationToken cancellationToken)
    {
        work.End(session, LoginEndings.TokenReused, now);
        var by = new Actor(session.TenantId, session.UserId, client);
        work.Record(new AuditEvent(by, AuditActions.RefreshTokenReused, AuditResources.Session, session.Id.ToString(), session.OrganizationId)
            { Status = AuditStatuses.Warning });
        if ((await work.CommitAsync(cancellationToken)).Failed(out var error, out _)) return error;
        securityLog.RefreshTokenReused(session.Id, new LoginFacts(session.TenantId, session.UserId, session.OrganizationId, client.Address));
        return IdentityErrors.RefreshTokenInvalid;
    }
}
