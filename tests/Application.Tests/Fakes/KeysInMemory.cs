using System.Collections.Concurrent;
using ModuleX.Application.Idempotency;

namespace ModuleX.Application.Tests.Fakes;

/// <summary>Idempotency keys without an end.</summary>
internal sealed class KeysInMemory : IIdempotencyKeys
{
    private static readonly ReadOnlyMemory<byte> Nothing = ReadOnlyMemory<byte>.Empty;

    private readonly ConcurrentDictionary<IdempotencyKey, (string Fingerprint, ReadOnlyMemory<byte> Answer)> _rows = [];

    public Task<IdempotencyState> BeginAsync(IdempotencyKey key, string fingerprint, CancellationToken cancellationToken)
    {
        if (_rows.TryAdd(key, (fingerprint, Nothing))) return Task.FromResult<IdempotencyState>(new IdempotencyState.Begun());
        var (known, answer) = _rows[key];
        return Task.FromResult<IdempotencyState>(
            known != fingerprint ? new IdempotencyState.OtherRequest() : answer.IsEmpty ? new IdempotencyState.InFlight()
                : new IdempotencyState.Answered(answer));
    }

    public Task CompleteAsync(IdempotencyKey key, ReadOnlyMemory<byte> answer, CancellationToken cancellationToken)
    {
        _rows[key] = (_rows[key].Fingerprint, answer);
        return Task.CompletedTask;
    }

    public Task ReleaseAsync(IdempotencyKey key, CancellationToken cancellationToken)
    {
        _rows.TryRemove(key, out _);
        return Task.CompletedTask;
    }
}
