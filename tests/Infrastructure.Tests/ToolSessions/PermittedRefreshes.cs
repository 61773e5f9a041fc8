using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Tests.ToolSessions;

internal static class PermittedRefreshes
{
    /// <summary>A refresh that nothing takes the right to send away from.</summary>
    public static Task<Result<TokenGrant>> RefreshAsync(
        this IAuthorizationServer server, AuthorizationTarget target, string refreshToken, CancellationToken cancellationToken) =>
        server.RefreshAsync(target, refreshToken, _ => ValueTask.FromResult<Error?>(null), cancellationToken);
}
