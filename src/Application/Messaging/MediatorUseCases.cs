using MediatR;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Messaging;

/// <summary>Sends use cases through MediatR.</summary>
internal sealed class MediatorUseCases(IMediator mediator) : IUseCases
{
    public Task<Result<T>> SendAsync<T>(ICommand<T> command, CancellationToken cancellationToken) => mediator.Send(command, cancellationToken);

    public Task<Result<T>> SendAsync<T>(IQuery<T> query, CancellationToken cancellationToken) => mediator.Send(query, cancellationToken);
}
