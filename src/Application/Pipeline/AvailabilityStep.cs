using Microsoft.Extensions.Logging;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Pipeline;

/// <summary>Answers what is missing for a use case now; the caller may come again.</summary>
internal sealed partial class AvailabilityStep<TRequest, TResponse>(IOutages outages, ILogger<AvailabilityStep<TRequest, TResponse>> logger)
    : PipelineStep<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : IOutcome<TResponse>
{
    protected override async Task<TResponse> HandleAsync(TRequest request, Func<Task<TResponse>> next, CancellationToken cancellationToken)
    {
        try
        {
            return await next();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && outages.Find(exception) is { } error)
        {
            LogUnavailable(typeof(TRequest).Name, exception.GetBaseException().Message);
            return TResponse.FromError(error);
        }
    }

    /// <summary>Without the stack: while the database is away this is a line for each request.</summary>
    [LoggerMessage(LogLevel.Warning, "{UseCase} can't be done now: {Reason}")]
    private partial void LogUnavailable(string useCase, string reason);
}
