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
        HandleAsync(request, new Func<Task<TResponse>>(next), cancellationToken);

    /// <param name="next">The rest of the pipeline; a step that does not call it answers itself.</param>
    protected abstract Task<TResponse> HandleAsync(TRequest request, Func<Task<TResponse>> next, CancellationToken cancellationToken);
}
