using System.Collections.Concurrent;
using System.Diagnostics;

namespace ModuleX.Api.Tests.Hosting;

/// <summary>
/// Counts the database commands of single requests. EF Core tells of every command; whose it is, the trace says: the request carries a trace id
/// of its own, which its activity on the server takes over. What runs beside requests, such as the watcher of keys, has another one or none.
/// </summary>
internal sealed class CommandCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string Listener = "Microsoft.EntityFrameworkCore";
    private const string Executing = "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuting";

    private readonly ConcurrentDictionary<ActivityTraceId, int> _counts = [];
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];

    public CommandCount()
    {
        // The server makes an activity for a request only when there is a listener.
        var requests = new ActivityListener { ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData };
        ActivitySource.AddActivityListener(requests);
        _subscriptions.Add(requests);
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>The header that gives a request its trace.</summary>
    public static (string Name, string Value) HeaderOf(ActivityTraceId trace) => ("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");

    public int Of(ActivityTraceId trace) => _counts.GetValueOrDefault(trace);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Listener) _subscriptions.Add(value.Subscribe(this, name => name == Executing));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (Activity.Current is { } activity) _counts.AddOrUpdate(activity.TraceId, 1, (_, count) => count + 1);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions) subscription.Dispose();
    }
}
