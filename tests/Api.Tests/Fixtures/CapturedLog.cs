using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ModuleX.Api.Tests.Fixtures;

/// <summary>Keeps every line that a server logs, with its values, its scopes and its exception.</summary>
internal sealed class CapturedLog : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _lines = [];
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public IReadOnlyCollection<string> Lines => _lines;

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void Dispose()
    {
        // The lines outlive the server.
    }

    private void Write<TState>(string category, LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> format)
    {
        var parts = new List<string> { $"{level} {category}[{id}] {format(state, exception)}", TextOf(state) };
        _scopes.ForEachScope((scope, all) => all.Add(TextOf(scope)), parts);
        if (exception is not null) parts.Add(exception.ToString());
        _lines.Enqueue(string.Join(" | ", parts));
    }

    private static string TextOf(object? state) =>
        state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(", ", values.Select(pair => $"{pair.Key}={pair.Value}")) : $"{state}";

    private sealed class Writer(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Write(category, logLevel, eventId, state, exception, formatter);
    }
}
