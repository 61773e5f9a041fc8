using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>Ends the login session that a token belongs to. Unauthenticated: the token is no good, or another user's.</summary>
/// <param name="Token">A refresh token or an access token of the caller.</param>
public sealed record SignOutCommand(Caller Caller, string Token) : ICommand<Done>
{
    public override string ToString() => nameof(SignOutCommand);
}

internal sealed class SignOutValidator : AbstractValidator<SignOutCommand>
{
    public SignOutValidator() => RuleFor(command => command.Token).NotEmpty().MaximumLength(4096);
}

internal sealed class SignOutHandler(IUnitsOfWork units, IAccessTokens accessTokens, TimeProvider time) : ICommandHandler<SignOutCommand, Done>
{
    public async Task<Result<Done>> Handle(SignOutCommand command, CancellationToken cancellationToken)
    {
        await using var work = await units.BeginAsync(command.Caller.Tenant, cancellationToken);
        if ((await FindAsync(work, command.Token, cancellationToken)).Failed(out var error, out var id)) return error;
        if (await work.Logins.FindAsync(id, cancellationToken) is not { } session || session.UserId != command.Caller.User) return IdentityErrors.TokenInvalid;
        var now = time.GetUtcNow();
        work.End(session, LoginEndings.Logout, now);
        work.Record(new AuditEvent(command.Caller.Actor, AuditActions.Logout, AuditResources.Session, session.Id.ToString(), session.OrganizationId));
        return await work.CommitAsync(cancellationToken);
    }

    private async Task<Result<LoginSessionId>> FindAsync(IUnitOfWork work, string token, CancellationToken cancellationToken)
    {
        if (!token.StartsWith(RefreshToken.Marker, StringComparison.Ordinal))
            return (await accessTokens.FindAsync(token, cancellationToken)).Failed(out var error, out var authority) ? error : authority.Session;
        return await work.Logins.FindTokenAsync(RefreshToken.HashOf(token), cancellationToken) is { } known ? known.SessionId
            : IdentityErrors.RefreshTokenInvalid;
    }
}
