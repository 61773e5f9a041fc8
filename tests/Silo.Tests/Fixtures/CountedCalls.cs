using System.Collections.Concurrent;

namespace ModuleX.Silo.Tests.Fixtures;

/// <summary>Counts what a node asks of grains and of other nodes' services.</summary>
internal sealed class CountedCalls : IOutgoingGrainCallFilter
{
    private readonly ConcurrentDictionary<(Type Interface, string Method), int> _counts = new();

    public Task Invoke(IOutgoingGrainCallContext context)
    {
        _counts.AddOrUpdate((context.InterfaceMethod.DeclaringType!, context.MethodName), 1, static (_, count) => count + 1);
        return context.Invoke();
    }

    /// <summary>How often the methods of an interface were called.</summary>
    public int Of<T>() => _counts.Where(pair => pair.Key.Interface == typeof(T)).Sum(pair => pair.Value);

    public int Of<T>(string method) => _counts.GetValueOrDefault((typeof(T), method));
}
