using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>
/// Lets refreshes that are under way end before the process does: what a service has answered must be stored. Registered before what it needs, so that it is
/// stopped after it.
/// </summary>
internal sealed partial class GrantDrain(CredentialRefreshes refreshes, IOptions<GrantDrainOptions> options, TimeProvider time, ILogger<GrantDrain> logger)
    : IHostedService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Longer than the host's own patience, if need be: a lost grant costs a person the connection.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (refreshes.UnderWay is { Count: > 0 } waiting)
        {
            if (time.GetElapsedTime(began) >= options.Value.GrantPatience)
            {
                foreach (var session in waiting) LogLost(session);
                return;
            }
            await Task.Delay(Pause, time, CancellationToken.None);
        }
    }

    [LoggerMessage(LogLevel.Critical, "The process ends before the refreshed credential of session {SessionId} is stored; its owner may have to connect again")]
    private partial void LogLost(ToolSessionId sessionId);
}

/// <summary>Section <c>Shutdown</c>.</summary>
internal sealed class GrantDrainOptions
{
    public const string Section = "Shutdown";

    /// <summary>How long a process that is told to stop waits for refreshed credentials to be stored.</summary>
    public TimeSpan GrantPatience { get; set; } = TimeSpan.FromSeconds(60);
}
