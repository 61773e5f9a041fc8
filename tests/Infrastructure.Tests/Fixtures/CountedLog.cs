using Microsoft.Extensions.Logging;

namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>Counts what is logged, at any level, for those that log only what went wrong.</summary>
internal sealed class CountedLog<T> : ILogger<T>
{
    private int _lines;

    public int Lines => _lines;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Interlocked.Increment(ref _lines);
}
