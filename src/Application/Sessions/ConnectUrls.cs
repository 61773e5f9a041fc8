using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Memory;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.Sessions;

namespace ModuleX.Application.Sessions;

/// <summary>
/// Adds a fresh connect URL to errors that only a person can mend. One URL serves for a while: an agent that tries again and again
/// must not push out the authorization that its person is just completing.
/// </summary>
internal sealed class ConnectUrls(AuthorizationRequest authorization, ConnectUrlCache cache)
{
    /// <summary>The name of the detail that carries the URL.</summary>
    public const string Detail = "connect_url";

    public async Task<Error> AddToAsync(Error error, ToolSessionId id, ToolDefinition tool, StoredCredential? credential, CredentialValues fields, CancellationToken cancellationToken)
    {
        if (tool.Auth.FirstOrDefault(scheme => scheme.Kind == AuthKind.OAuth2) is not { } scheme) return error;
        var key = (id, credential?.Id);
        if (!cache.TryGetValue(key, out var url))
        {
            if ((await authorization.BeginAsync(id, tool, scheme, fields, cancellationToken)).Failed(out _, out var started)) return error;
            url = cache.Set(key, started.Url);
        }
        return error.With(Detail, url!);
    }
}

/// <summary>The connect URLs that were handed out in the last minutes; half of an authorization's lifetime, so that each leaves time to use it.</summary>
internal sealed class ConnectUrlCache : IDisposable
{
    private const int Capacity = 10_000;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Capacity });

    public bool TryGetValue(object key, [NotNullWhen(true)] out string? url) => _cache.TryGetValue(key, out url) && url is not null;

    public string Set(object key, string url) =>
        _cache.Set(key, url, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = PendingAuthorization.Lifetime / 2 });

    public void Dispose() => _cache.Dispose();
}
