#pragma warning disable EF1001
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.Internal;

namespace ModuleX.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>Sets a context up so that all it does is written for SQL Server, too.</summary>
internal static class Mirroring
{
    private static readonly MirroredSaves Saves = new();

    public static DbContextOptionsBuilder AlsoWriteForSqlServer(this DbContextOptionsBuilder options) =>
        options.ReplaceService<IQueryCompiler, MirroringQueryCompiler>().AddInterceptors(Saves);
}
