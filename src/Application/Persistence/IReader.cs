using Ardalis.Specification;
using ModuleX.Application.Paging;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Persistence;

/// <summary>
/// Reads what is stored of one kind, as a specification asks for it. Changes nothing, and sees nothing of another tenant. A view is mapped by
/// <see cref="Views"/>: only its columns are read.
/// </summary>
public interface IReader<T>
    where T : class
{
    /// <summary>The only one that the specification fits; null for none.</summary>
    Task<T?> FindAsync(TenantId tenant, ISpecification<T> specification, CancellationToken cancellationToken);

    /// <inheritdoc cref="FindAsync"/>
    Task<TView?> FindAsync<TView>(TenantId tenant, ISpecification<T> specification, CancellationToken cancellationToken)
        where TView : class;

    /// <summary>All that the specification fits, in its order.</summary>
    Task<IReadOnlyList<T>> ListAsync(TenantId tenant, ISpecification<T> specification, CancellationToken cancellationToken);

    /// <inheritdoc cref="ListAsync"/>
    Task<IReadOnlyList<TView>> ListAsync<TView>(TenantId tenant, ISpecification<T> specification, CancellationToken cancellationToken);

    /// <summary>One page of them, and how many there are. The specification has an order in which each has its place.</summary>
    Task<Page<T>> PageAsync(TenantId tenant, ISpecification<T> specification, PageRequest page, CancellationToken cancellationToken);

    /// <inheritdoc cref="PageAsync"/>
    Task<Page<TView>> PageAsync<TView>(TenantId tenant, ISpecification<T> specification, PageRequest page, CancellationToken cancellationToken);

    Task<int> CountAsync(TenantId tenant, ISpecification<T> specification, CancellationToken cancellationToken);
}
