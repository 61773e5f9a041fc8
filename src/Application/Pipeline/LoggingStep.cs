using Microsoft.Extensions.Logging;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Pipeline;

/// <summary>
/// Logs what was asked by type name and how it ended, never contents: they may hold credentials. What is missing for a use case now becomes its answer;
/// the caller may come again.
/// </summary>
internal sealed partial class LoggingStep<TRequest, TResponse>(IOutages outages, ILogger<LoggingStep<TRequest, TResponse>> logger)
    : PipelineStep<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : IOutcome<TResponse>
{
    protected override async Task<TResponse> HandleAsync(TRequest request, NextSteps<TResponse> next, CancellationToken cancellationToken)
    {
        TResponse response;
        try
        {
            response = await next.RunAsync();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && outages.Find(exception) is { } outage)
        {
            LogUnavailable(typeof(TRequest).Name, exception.GetBaseException().Message);
            response = TResponse.FromError(outage);
        }
        if (response.Error is not { } error) LogDone(typeof(TRequest).Name);
        else if (error.Kind is ErrorKind.Upstream or ErrorKind.Unavailable) LogFailed(typeof(TRequest).Name, error.Kind, error.Code);
        else LogRefused(typeof(TRequest).Name, error.Kind, error.Code);
        return response;
    }

    [LoggerMessage(LogLevel.Debug, "{UseCase} done")]
    private partial void LogDone(string useCase);

    [LoggerMessage(LogLevel.Information, "{UseCase} refused: {Kind} {Code}")]
    private partial void LogRefused(string useCase, ErrorKind kind, string code);

    /// <summary>Without the stack: while the database is away this is a line for each request.</summary>
    [LoggerMessage(LogLevel.Warning, "{UseCase} can't be done now: {Reason}")]
    private partial void LogUnavailable(string useCase, string reason);

    [LoggerMessage(LogLevel.Warning, "{UseCase} failed: {Kind} {Code}")]
    private partial void LogFailed(string useCase, ErrorKind kind, string code);
}
