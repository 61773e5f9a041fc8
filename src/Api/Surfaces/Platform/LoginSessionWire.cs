using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Identity;
using ModuleX.Domain.Identity;

namespace ModuleX.Api.Surfaces.Platform;

/// <param name="Token">An access token or a refresh token of the caller; the login session that it belongs to ends.</param>
[LimitsOf(typeof(SignOutCommand))]
internal sealed record LogoutRequest(string Token);

/// <param name="Sessions">Those that last, the last used first.</param>
/// <param name="CurrentSessionId">The session of this request's token.</param>
internal sealed record LoginSessionListResponse(IReadOnlyList<LoginSessionResponse> Sessions, LoginSessionId CurrentSessionId)
{
    public static LoginSessionListResponse Of(IReadOnlyList<LoginSessionView> sessions, LoginSessionId current) =>
        new([.. sessions.Select(LoginSessionResponse.Of)], current);
}

/// <param name="IpAddress">From where it was begun; empty where that is not known.</param>
/// <param name="UserAgent">With what it was begun; empty where that is not known.</param>
/// <param name="LastActivity">ISO 8601 in UTC, to a few seconds.</param>
/// <param name="CreatedAt">ISO 8601 in UTC.</param>
internal sealed record LoginSessionResponse(
    LoginSessionId Id,
    UserId UserId,
    string IpAddress,
    string UserAgent,
    DateTimeOffset LastActivity,
    DateTimeOffset CreatedAt)
{
    public static LoginSessionResponse Of(LoginSessionView session) => new(
        session.Id, session.User, session.IpAddress ?? "", session.UserAgent ?? "", session.LastActivityAt, session.CreatedAt);
}
