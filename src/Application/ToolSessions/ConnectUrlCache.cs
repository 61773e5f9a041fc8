using Microsoft.Extensions.Caching.Memory;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Keeps connect URLs in this process, for a server that is alone.</summary>
internal sealed class ConnectUrlCache(TimeProvider time) : IConnectUrlCache, IDisposable
{
    private const int Capacity = 10_000;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Capacity });
    private readonly Lock _gate = new();

    public Task<string?> GetOrAddAsync(ToolSessionId id, Guid? credential, Func<Task<string?>> begin)
    {
        lock (_gate)
        {
            if (_cache.TryGetValue(id, out Entry? entry) && entry!.Serves(credential, time.GetUtcNow())) return entry.Url;
            entry = new Entry(credential, time.GetUtcNow() + IConnectUrlCache.Lifetime, begin());
            _cache.Set(id, entry, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = IConnectUrlCache.Lifetime });
            return entry.Url;
        }
    }

    public void Forget(ToolSessionId id) => _cache.Remove(id);

    public void Dispose() => _cache.Dispose();

    private sealed record Entry(Guid? Credential, DateTimeOffset Until, Task<string?> Url)
    {
        public bool Serves(Guid? credential, DateTimeOffset now) =>
            now < Until && Credential == credential && (!Url.IsCompleted || (Url.IsCompletedSuccessfully && Url.Result is not null));
    }
}
