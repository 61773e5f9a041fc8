using Ardalis.Specification;
using Mapster;
using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Paging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>Reads by specifications, each time on a context of its own.</summary>
/// <param name="sources">One where not every row counts; none for all rows of the tenant.</param>
internal sealed class Reader<T>(IDbContextFactory<ModuleXDbContext> contexts, IEnumerable<IRowSource<T>> sources) : IReader<T>
    where T : class
{
    private readonly IRowSource<T>? _source = sources.SingleOrDefault();

    public async Task<T?> FindAsync(TenantId tenant, ISpecification<T> specification, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await Rows(db, specification).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<TView?> FindAsync<TView>(TenantId tenant, ISpecification<T> specification, CancellationToken cancellationToken)
        where TView : class
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await Rows(db, specification).ProjectToType<TView>(Views.Mapping).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<T>> ListAsync(TenantId tenant, ISpecification<T> specification, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await Rows(db, specification).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<TView>> ListAsync<TView>(TenantId tenant, ISpecification<T> specification, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await Rows(db, specification).ProjectToType<TView>(Views.Mapping).ToListAsync(cancellationToken);
    }

    public async Task<Page<T>> PageAsync(TenantId tenant, ISpecification<T> specification, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await Rows(db, specification).ToPageAsync(page, cancellationToken);
    }

    public async Task<Page<TView>> PageAsync<TView>(
        TenantId tenant, ISpecification<T> specification, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await Rows(db, specification).ProjectToType<TView>(Views.Mapping).ToPageAsync(page, cancellationToken);
    }

    public async Task<int> CountAsync(TenantId tenant, ISpecification<T> specification, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await Rows(db, specification).CountAsync(cancellationToken);
    }

    private IQueryable<T> Rows(ModuleXDbContext db, ISpecification<T> specification) => (_source?.In(db) ?? db.Set<T>()).Matching(specification);
}
