using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Security;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>
/// Keeps tenants apart: a context sees the rows of its tenant and no others, and one without a tenant sees none. Code with a reason to look across
/// says so at the query (<see cref="AcrossTenants{T}(IQueryable{T})"/>).
/// </summary>
internal static class TenantFilter
{
    private const string Name = "tenant";
    private const string Deleted = "deleted";
    private const string Property = "TenantId";

    /// <summary>A context that sees one tenant.</summary>
    public static async Task<ModuleXDbContext> OpenAsync(
        this IDbContextFactory<ModuleXDbContext> contexts, TenantId tenant, CancellationToken cancellationToken)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Tenant = tenant;
        return db;
    }

    /// <summary>The rows of all tenants: for what is found before its tenant is known, and for the server's own upkeep.</summary>
    public static IQueryable<T> AcrossTenants<T>(this IQueryable<T> rows)
        where T : class => rows.IgnoreQueryFilters([Name]);

    /// <summary>The same, and on demand with rows that were deleted and stay for their history.</summary>
    public static IQueryable<T> AcrossTenants<T>(this IQueryable<T> rows, bool withDeleted)
        where T : class => rows.IgnoreQueryFilters(withDeleted ? [Name, Deleted] : [Name]);

    /// <summary>Deleted rows of the same tenant, too: they keep the names that the audit log tells.</summary>
    public static IQueryable<T> WithDeleted<T>(this IQueryable<T> rows)
        where T : class => rows.IgnoreQueryFilters([Deleted]);

    /// <summary>Puts the filter on every entity that belongs to a tenant; the data keys are asked for by the id that a secret names.</summary>
    public static void Apply(ModelBuilder model, ModuleXDbContext db)
    {
        foreach (var entity in model.Model.GetEntityTypes()
            .Where(entity => entity.FindProperty(Property) is not null && entity.ClrType != typeof(DataKeyRow)).ToList())
        {
            var row = Expression.Parameter(entity.ClrType);
            var tenantOfRow = Expression.Call(typeof(EF), nameof(EF.Property), [typeof(TenantId)], row, Expression.Constant(Property));
            var tenantOfContext = Expression.Property(Expression.Constant(db), nameof(ModuleXDbContext.Tenant));
            model.Entity(entity.ClrType).HasQueryFilter(Name, Expression.Lambda(Expression.Equal(tenantOfRow, tenantOfContext), row));
        }
    }
}
