using Microsoft.Extensions.Caching.Memory;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>
/// Adds a fresh connect URL to errors that only a person can mend. One URL serves for a while: an agent that tries again and again
/// must not push out the authorization that its person is just completing.
/// </summary>
internal sealed class ConnectUrls(AuthorizationRequest authorization, ConnectUrlCache cache)
{
    /// <summary>The name of the detail that carries the URL.</summary>
    public const string Detail = "connect_url";

    public async Task<Error> AddToAsync(
        Error error, ToolSessionId id, ToolDefinition tool, StoredCredential? credential, CredentialValues fields, CancellationToken cancellationToken)
    {
        if (tool.Auth.FirstOrDefault(scheme => scheme.Kind == AuthKind.OAuth2) is not { } scheme) return error;
        // Where the person has to say more first, a URL would lead to a connection without it.
        if (CredentialForm.Read(tool, scheme, tool.ConnectionFields, fields).Error is not null) return error;
        // Begun without the caller's token: others may be waiting for the same URL.
        var url = await cache.GetOrAddAsync(id, credential?.Id, () => BeginAsync(id, tool, scheme, fields)).WaitAsync(cancellationToken);
        return url is null ? error : error.With(Detail, url);
    }

    private async Task<string?> BeginAsync(ToolSessionId id, ToolDefinition tool, AuthScheme scheme, CredentialValues fields) =>
        (await authorization.BeginAsync(id, tool, scheme, fields, CancellationToken.None)).Failed(out _, out var started) ? null : started.Url;
}

/// <summary>The connect URLs that were handed out in the last minutes; half of an authorization's lifetime, so that each leaves time to use it.</summary>
internal sealed class ConnectUrlCache(TimeProvider time) : IDisposable
{
    private const int Capacity = 10_000;

    private static readonly TimeSpan Lifetime = PendingAuthorization.Lifetime / 2;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Capacity });
    private readonly Lock _gate = new();

    /// <summary>The URL that serves a session now, or a new one. Callers at the same time share it: each of their own would push out the others'.</summary>
    /// <param name="credential">The credential that was refused: the next one gets a URL of its own. Null where none is held.</param>
    /// <param name="begin">Gives null when there can be no URL; that is not kept.</param>
    public Task<string?> GetOrAddAsync(ToolSessionId id, Guid? credential, Func<Task<string?>> begin)
    {
        lock (_gate)
        {
            if (_cache.TryGetValue(id, out Entry? entry) && entry!.Serves(credential, time.GetUtcNow())) return entry.Url;
            entry = new Entry(credential, time.GetUtcNow() + Lifetime, begin());
            _cache.Set(id, entry, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Lifetime });
            return entry.Url;
        }
    }

    /// <summary>Forgets the URL of a session whose authorizations were used or thrown away: it no longer works.</summary>
    public void Forget(ToolSessionId id) => _cache.Remove(id);

    public void Dispose() => _cache.Dispose();

    private sealed record Entry(Guid? Credential, DateTimeOffset Until, Task<string?> Url)
    {
        public bool Serves(Guid? credential, DateTimeOffset now) =>
            now < Until && Credential == credential && (!Url.IsCompleted || (Url.IsCompletedSuccessfully && Url.Result is not null));
    }
}
