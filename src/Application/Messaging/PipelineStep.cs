using MediatR;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Messaging;

/// <summary>Something that happens around every use case. Steps run in the order of their registration.</summary>
internal abstract class PipelineStep<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : IOutcome<TResponse>
{
    Task<TResponse> IPipelineBehavior<TRequest, TResponse>.Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        HandleAsync(request, new NextSteps<TResponse>(next), cancellationToken);

    /// <param name="next">The rest of the pipeline; a step that does not call it answers itself.</param>
    protected abstract Task<TResponse> HandleAsync(TRequest request, NextSteps<TResponse> next, CancellationToken cancellationToken);
}

/// <summary>What comes behind a step: the further ones and the handler.</summary>
internal readonly struct NextSteps<TResponse>(RequestHandlerDelegate<TResponse> next)
{
    public Task<TResponse> RunAsync() => next();
}
