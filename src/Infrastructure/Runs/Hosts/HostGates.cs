using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace ModuleX.Infrastructure.Runs.Hosts;

/// <summary>The gate of every host. Persons can name hosts, so their number is bounded: the ones unused for longest are forgotten.</summary>
internal sealed class HostGates(IOptions<RunOptions> options, TimeProvider time)
{
    /// <summary>From this number on, idle gates make room.</summary>
    public const int MaximumGates = 1024;

    private readonly ConcurrentDictionary<Origin, HostGate> _gates = new();
    private readonly Lock _forgetting = new();

    public int Count => _gates.Count;

    public HostGate Of(Origin origin)
    {
        if (_gates.TryGetValue(origin, out var gate)) return gate;
        if (_gates.Count >= MaximumGates) Forget();
        return _gates.GetOrAdd(origin, static (_, arguments) => new HostGate(arguments.Value, arguments.time), (options.Value, time));
    }

    /// <summary>An eighth at once, so that the search is paid for once in many new hosts. A gate with a call inside stays.</summary>
    private void Forget()
    {
        lock (_forgetting)
        {
            if (_gates.Count < MaximumGates) return;
            var oldest = _gates
                .Select(pair => (pair.Key, pair.Value.Use))
                .Where(gate => gate.Use.IsIdle)
                .OrderBy(gate => gate.Use.LastUsed)
                .Take(MaximumGates / 8)
                .ToList();
            foreach (var (origin, _) in oldest) _gates.TryRemove(origin, out _);
        }
    }
}
