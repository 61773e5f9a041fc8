using Microsoft.Extensions.Logging;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Pipeline;

/// <summary>Logs what was asked by type name and how it ended. Never contents: they may hold credentials.</summary>
internal sealed partial class LoggingStep<TRequest, TResponse>(ILogger<LoggingStep<TRequest, TResponse>> logger) : PipelineStep<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : IOutcome<TResponse>
{
    protected override async Task<TResponse> HandleAsync(TRequest request, Func<Task<TResponse>> next, CancellationToken cancellationToken)
    {
        var response = await next();
        if (response.Error is not { } error) LogDone(typeof(TRequest).Name);
        else if (error.Kind is ErrorKind.Upstream or ErrorKind.Unavailable) LogFailed(typeof(TRequest).Name, error.Kind, error.Code);
        else LogRefused(typeof(TRequest).Name, error.Kind, error.Code);
        return response;
    }

    [LoggerMessage(LogLevel.Debug, "{UseCase} done")]
    private partial void LogDone(string useCase);

    [LoggerMessage(LogLevel.Information, "{UseCase} refused: {Kind} {Code}")]
    private partial void LogRefused(string useCase, ErrorKind kind, string code);

    [LoggerMessage(LogLevel.Warning, "{UseCase} failed: {Kind} {Code}")]
    private partial void LogFailed(string useCase, ErrorKind kind, string code);
}
