using System.Buffers.Text;
using BitFaster.Caching.Lru;
using ModuleX.Application.Access;
using ModuleX.Domain.Access;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Security.ApiKeys;

/// <summary>
/// Service API keys by their hash, in memory. What is here is only believed while the watcher keeps reporting: if it falls silent,
/// every request asks the database, since a key may have been revoked unseen.
/// </summary>
internal sealed class ApiKeyCache : IApiKeys
{
    private const int KnownCapacity = 10_000;
    private const int UnknownCapacity = 10_000;
    private const int ShortestKey = 46;
    private const int LongestKey = 128;

    /// <summary>How long an unknown key is refused without a look; a key that is made meanwhile works after that.</summary>
    private static readonly TimeSpan UnknownFor = TimeSpan.FromMilliseconds(500);

    private readonly BoundedCache<string, ApiKey> _known = new(KnownCapacity);

    // Apart from the known ones, so that guesses can't push them out.
    private readonly FastConcurrentLru<string, long> _unknown = new(UnknownCapacity);

    private readonly IApiKeyRepository _repository;
    private readonly TimeProvider _time;
    private volatile ClockReading? _reported;

    public ApiKeyCache(IApiKeyRepository repository, AccessNotices notices, TimeProvider time)
    {
        _repository = repository;
        _time = time;
        // An organization that is switched off takes its keys with it.
        notices.Listen(subject => _known.RemoveWhere(key => key.OrganizationId.Value == subject || key.TenantId.Value == subject),
            () => _known.RemoveWhere(_ => true));
    }

    public ApiKey? FindInMemory(string plain) => CanBeKey(plain) && IsWatched() && _known.TryGet(ApiKey.HashOf(plain), out var key) ? Usable(key) : null;

    public ValueTask<ApiKey?> FindAsync(string plain, CancellationToken cancellationToken)
    {
        if (!CanBeKey(plain)) return default;
        var hash = ApiKey.HashOf(plain);
        if (IsWatched() && _known.TryGet(hash, out var key)) return new(Usable(key));
        if (_unknown.TryGet(hash, out var refusedAt) && _time.GetElapsedTime(refusedAt) < UnknownFor) return default;
        return new(ReadAsync(hash, cancellationToken));
    }

    /// <summary>The watcher's report: these keys were revoked, and all others were not when it began to look.</summary>
    public void Report(IEnumerable<string> revokedHashes, ClockReading began)
    {
        foreach (var hash in revokedHashes) _known.Remove(hash);
        _reported = began;
    }

    /// <summary>What can't be a key costs no hash and no database.</summary>
    private static bool CanBeKey(string plain) =>
        plain.Length is >= ShortestKey and <= LongestKey && plain.StartsWith(ApiKey.Marker, StringComparison.Ordinal)
            && Base64Url.IsValid(plain.AsSpan(ApiKey.Marker.Length));

    private async Task<ApiKey?> ReadAsync(string hash, CancellationToken cancellationToken)
    {
        var key = Usable(await _repository.FindByHashAsync(hash, cancellationToken));
        if (key is null)
        {
            _known.Remove(hash);
            _unknown.AddOrUpdate(hash, _time.GetTimestamp());
        }
        else
        {
            _unknown.TryRemove(hash);
            _known.Set(hash, key);
        }
        return key;
    }

    private bool IsWatched() => _reported is { } reported && reported.Age(_time) < AccessWatch.Bound;

    private ApiKey? Usable(ApiKey? key) => key is not null && key.IsUsableAt(_time.GetUtcNow()) ? key : null;
}
