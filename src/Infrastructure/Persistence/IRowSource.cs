namespace ModuleX.Infrastructure.Persistence;

/// <summary>Which rows a reader may find, where not all rows of the tenant count.</summary>
internal interface IRowSource<out T>
{
    IQueryable<T> In(ModuleXDbContext db);
}
