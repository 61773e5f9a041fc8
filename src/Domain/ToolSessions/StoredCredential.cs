using System.Collections.Immutable;

namespace ModuleX.Domain.ToolSessions;

/// <summary>What a session holds of a credential: the sealed values, and what must be known without opening them.</summary>
/// <param name="Id">New with every credential and every refresh, so that a late refusal of an old token can't spoil the new one.</param>
/// <param name="Scheme">The id of the manifest's auth scheme that it was made with.</param>
/// <param name="Scopes">What the service granted; empty where it does not say.</param>
/// <param name="ExpiresAt">When the access token ends; null where it doesn't, or where that is not known.</param>
/// <param name="IsRefreshable">A refresh token or client credentials are among the sealed values.</param>
public sealed record StoredCredential(
    Guid Id, string Scheme, SealedSecret Secret, ImmutableArray<string> Scopes, DateTimeOffset? ExpiresAt, bool IsRefreshable, DateTimeOffset ObtainedAt)
{
    /// <summary>True when the token is past its end, or will be within the leeway.</summary>
    public bool EndsWithin(TimeSpan leeway, DateTimeOffset now) => ExpiresAt is { } end && end <= now + leeway;
}
