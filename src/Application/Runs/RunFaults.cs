using System.Diagnostics;
using Microsoft.Extensions.Logging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Runs;

/// <summary>Turns what a run throws into that run's own error, so that the other runs of its batch and its idempotency key get their answers.</summary>
internal sealed partial class RunFaults(ILogger<RunFaults> logger)
{
    public Error ErrorOf(Exception exception, string tool, string action)
    {
        var traceId = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
        LogFault(exception, action, tool, traceId);
        return InternalErrors.Of(traceId);
    }

    [LoggerMessage(LogLevel.Error, "The run of {Action} of {Tool} failed, trace {TraceId}")]
    private partial void LogFault(Exception exception, string action, string tool, string traceId);
}
