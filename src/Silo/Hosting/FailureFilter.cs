using System.Collections.Concurrent;
using System.Diagnostics;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Results;
using ModuleX.Silo.Adapters;

namespace ModuleX.Silo.Hosting;

/// <summary>
/// Turns what a grain throws into a result, on the silo where it happened: types of exceptions may be unknown on another silo, and their texts may hold
/// what is not for callers. The log of this silo has all of it, by the trace id that the caller is told.
/// </summary>
internal sealed partial class FailureFilter(IOutages outages, TimeProvider time, ILogger<FailureFilter> logger) : IIncomingGrainCallFilter
{
    private static readonly ConcurrentDictionary<Type, Func<Error, object>?> Makers = new();

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.Grain is Grain && MessageDeadline.HasPassed(time.GetUtcNow()) && MakerFor(context.InterfaceMethod.ReturnType) is { } makeLate)
        {
            LogLate(logger, context.InterfaceName, context.MethodName);
            context.Result = makeLate(ClusterErrors.SiloLost);
            return;
        }
        try
        {
            await context.Invoke();
        }
        catch (Exception exception)
            when (context.Grain is Grain && outages.Find(exception) is { } outage && MakerFor(context.InterfaceMethod.ReturnType) is { } make)
        {
            LogUnavailable(logger, context.InterfaceName, context.MethodName, exception.Message);
            context.Result = make(outage);
        }
        catch (Exception exception) when (context.Grain is Grain && MakerFor(context.InterfaceMethod.ReturnType) is { } make)
        {
            var trace = Activity.Current?.TraceId.ToHexString() ?? ActivityTraceId.CreateRandom().ToHexString();
            LogFailure(logger, exception, context.InterfaceName, context.MethodName, trace);
            context.Result = make(InternalErrors.Of(trace));
        }
    }

    /// <summary>Null for a method that returns no result.</summary>
    private static Func<Error, object>? MakerFor(Type returned) => Makers.GetOrAdd(returned, static type =>
    {
        if (type is not { IsGenericType: true } || type.GetGenericArguments() is not [{ IsGenericType: true } result]
            || result.GetGenericTypeDefinition() != typeof(Result<>)) return null;
        var make = result.GetMethod(nameof(Result<>.FromError))!;
        return error => make.Invoke(null, [error])!;
    });

    [LoggerMessage(Level = LogLevel.Error, Message = "{Grain}.{Method} failed (trace {Trace})")]
    private static partial void LogFailure(ILogger logger, Exception exception, string grain, string method, string trace);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Grain}.{Method} can't be done now: {Reason}")]
    private static partial void LogUnavailable(ILogger logger, string grain, string method, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Grain}.{Method} came after its deadline and was thrown away; this node may have been hung")]
    private static partial void LogLate(ILogger logger, string grain, string method);
}
