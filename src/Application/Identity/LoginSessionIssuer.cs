using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Events;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;

namespace ModuleX.Application.Identity;

/// <summary>Begins login sessions and hands out their tokens.</summary>
internal sealed class LoginSessionIssuer(IAccessTokens accessTokens, IOptionsMonitor<LoginOptions> options)
{
    /// <summary>Adds a new session to the unit of work.</summary>
    public async Task<SignInView> BeginAsync(
        IUnitOfWork work, User user, OrganizationId organization, LoginTerms terms, ClientFacts client, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lifetimes = options.CurrentValue;
        var session = new LoginSession(
            new LoginSessionId(Guid.CreateVersion7(now)), user.TenantId, user.Id, organization, client.Address, client.Agent, terms.KeepsRefreshToken,
            terms.KeepsRefreshToken ? lifetimes.LongAccessLifetime : lifetimes.AccessLifetime,
            terms.IsRemembered ? lifetimes.RememberedRefreshLifetime : lifetimes.RefreshLifetime,
            now);
        work.Logins.Add(session);
        work.Tell(UserEvent.OfSession(session, LoginSessionFacts.Started));
        return await SignInAsync(session, user, AddRefreshToken(work, session, now), cancellationToken);
    }

    /// <summary>Adds the first session of an account that was just made to the unit of work, and the record of it.</summary>
    public async Task<SignInView> BeginFirstAsync(IUnitOfWork work, User user, Actor by, CancellationToken cancellationToken)
    {
        user.RecordFirstLogin();
        var signIn = await BeginAsync(work, user, user.OrganizationId, new LoginTerms(), by.Client, user.CreatedAt, cancellationToken);
        work.Record(new AuditEvent(by, AuditActions.LoginSucceeded, AuditResources.User, user.Id.ToString(), user.OrganizationId));
        return signIn;
    }

    /// <summary>Adds the next refresh token of a session to the unit of work, and gives its text.</summary>
    public static string AddRefreshToken(IUnitOfWork work, LoginSession session, DateTimeOffset now)
    {
        var text = RefreshToken.TextOf(RandomNumberGenerator.GetBytes(32));
        work.Logins.Add(new RefreshToken(RefreshToken.HashOf(text), session.TenantId, session.Id, now, now + session.RefreshLifetime));
        return text;
    }

    public async Task<SignInView> SignInAsync(LoginSession session, User user, string refreshToken, CancellationToken cancellationToken) =>
        new(await accessTokens.IssueAsync(session, cancellationToken), refreshToken, session.AccessLifetime, user.To<UserView>());
}
