using System.Collections.Concurrent;
using ModuleX.Application.Ports;

namespace ModuleX.Application.Tests.Fakes;

/// <summary>Idempotency keys that live as long as the test.</summary>
internal sealed class KeysInMemory : IIdempotencyKeys
{
    private readonly ConcurrentDictionary<string, (string Fingerprint, ReadOnlyMemory<byte>? Answer)> _keys = new();

    public Task<IdempotencyState> BeginAsync(IdempotencyKey key, string fingerprint, CancellationToken cancellationToken)
    {
        if (_keys.TryAdd(key.ToString(), (fingerprint, null))) return Task.FromResult<IdempotencyState>(new IdempotencyState.Begun());
        var known = _keys[key.ToString()];
        return Task.FromResult<IdempotencyState>(known switch
        {
            _ when known.Fingerprint != fingerprint => new IdempotencyState.OtherRequest(),
            { Answer: { } answer } => new IdempotencyState.Answered(answer),
            _ => new IdempotencyState.InFlight(),
        });
    }

    public Task CompleteAsync(IdempotencyKey key, ReadOnlyMemory<byte> answer, CancellationToken cancellationToken)
    {
        _keys[key.ToString()] = _keys[key.ToString()] with { Answer = answer };
        return Task.CompletedTask;
    }

    public Task ReleaseAsync(IdempotencyKey key, CancellationToken cancellationToken)
    {
        _keys.TryRemove(key.ToString(), out _);
        return Task.CompletedTask;
    }
}
