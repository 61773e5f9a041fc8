using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ModuleX.Application.Integrations;
using ModuleX.Application.Pipeline;
using ModuleX.Application.Records;
using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.Tests.Fakes;

/// <summary>Hands out numbers as states, and knows what it handed out.</summary>
internal sealed class NumberedStates : IStateProtector
{
    private readonly Dictionary<string, AuthorizationState> _known = [];

    public string Protect(AuthorizationState state)
    {
        var text = $"state-{_known.Count + 1}";
        _known[text] = state;
        return text;
    }

    public AuthorizationState? Unprotect(string text) => _known.GetValueOrDefault(text);
}

/// <summary>One OAuth client for every tool, until a test takes it away.</summary>
internal sealed class OneOAuthClient : IOAuthClients
{
    public OAuthClient? Client { get; set; } = new("client-id", "client-secret");

    public ValueTask<OAuthClient?> FindAsync(ToolSessionId session, CancellationToken cancellationToken) => ValueTask.FromResult(Client);
}

/// <summary>Lets every address be called but those that a test names.</summary>
internal sealed class AddressesAllowed : IEgressCheck
{
    public List<string> RefusedHosts { get; } = [];

    public Task<bool> IsRefusedAsync(Uri address, CancellationToken cancellationToken) => Task.FromResult(RefusedHosts.Contains(address.Host));

    public Task<bool> IsNamedAsync(Uri address, CancellationToken cancellationToken) => Task.FromResult(false);
}

/// <summary>Every organization has installed every tool.</summary>
internal sealed class EverythingInstalled : IInstalledTools
{
    public ValueTask<Result<Done>> RequireAsync(TenantId tenant, OrganizationId organization, string tool, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Done.Result);

    public ValueTask<IReadOnlySet<string>> ListAsync(TenantId tenant, OrganizationId organization, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("These tests ask about no organization.");
}

/// <summary>Knows the outages that say themselves what they are.</summary>
internal sealed class KnownOutages : IOutages
{
    public Error? Find(Exception exception) => (exception as UnavailableException)?.Error;
}

/// <summary>Counts what was used.</summary>
internal sealed class UsageInMemory : IUsageRecorder
{
    public List<ToolSessionId> Sessions { get; } = [];

    public void SessionUsed(ToolSessionId session) => Sessions.Add(session);

    public void UserActive(UserId user, LoginSessionId session)
    {
    }

    public void ApiKeyUsed(ApiKeyId key)
    {
    }
}

/// <summary>Everything that was logged, with all values.</summary>
internal sealed class LogInMemory : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue($"scope {state}");
        return null;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(" ", pairs.Select(pair => $"{pair.Key}={pair.Value}")) : "";
        _lines.Enqueue($"{logLevel}: {formatter(state, exception)} | {values} | {exception}");
    }

    public void Dispose()
    {
    }
}
