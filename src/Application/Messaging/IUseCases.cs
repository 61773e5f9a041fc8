using ModuleX.Domain.Results;

namespace ModuleX.Application.Messaging;

/// <summary>The way into the application: every surface and command line verb sends its use cases through this.</summary>
public interface IUseCases
{
    Task<Result<T>> SendAsync<T>(ICommand<T> command, CancellationToken cancellationToken);

    Task<Result<T>> SendAsync<T>(IQuery<T> query, CancellationToken cancellationToken);
}
