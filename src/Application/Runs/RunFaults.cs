using System.Diagnostics;
using Microsoft.Extensions.Logging;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Runs;

/// <summary>Turns what a run throws into that run's own error, so that the other runs of its batch and its idempotency key get their answers.</summary>
internal sealed partial class RunFaults(IOutages outages, ILogger<RunFaults> logger)
{
    public Error ErrorOf(Exception exception, string tool, string action)
    {
        if (outages.Find(exception) is { } outage)
        {
            LogUnavailable(action, tool, exception.GetBaseException().Message);
            return outage;
        }
        var traceId = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
        LogFault(exception, action, tool, traceId);
        return InternalErrors.Of(traceId);
    }

    [LoggerMessage(LogLevel.Error, "The run of {Action} of {Tool} failed, trace {TraceId}")]
    private partial void LogFault(Exception exception, string action, string tool, string traceId);

    [LoggerMessage(LogLevel.Warning, "{Action} of {Tool} can't be run now: {Reason}")]
    private partial void LogUnavailable(string action, string tool, string reason);
}
