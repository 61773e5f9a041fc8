using MediatR;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Messaging;

/// <summary>A use case that changes something.</summary>
public interface ICommand<T> : IRequest<Result<T>>;

/// <summary>A use case that changes nothing.</summary>
public interface IQuery<T> : IRequest<Result<T>>;

/// <summary>Carries out one command.</summary>
public interface ICommandHandler<in TCommand, T> : IRequestHandler<TCommand, Result<T>>
    where TCommand : ICommand<T>;

/// <summary>Answers one query.</summary>
public interface IQueryHandler<in TQuery, T> : IRequestHandler<TQuery, Result<T>>
    where TQuery : IQuery<T>;
