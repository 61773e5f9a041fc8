using ModuleX.Application.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>Makes the access tokens (JWT, RFC 7519) of login sessions, and knows whose one is.</summary>
public interface IAccessTokens
{
    ValueTask<string> IssueAsync(LoginSession session, CancellationToken cancellationToken);

    /// <summary>The same as <see cref="FindAsync"/>, where memory knows the token; null where it has to be checked.</summary>
    Authority? FindInMemory(string token);

    /// <summary>
    /// What the bearer may do. From memory for a token that was seen before, and never more than a second behind the end of its session or a change of rights.
    /// Unauthenticated: forged, expired, or its session or user has ended.
    /// </summary>
    ValueTask<Result<Authority>> FindAsync(string token, CancellationToken cancellationToken);
}
