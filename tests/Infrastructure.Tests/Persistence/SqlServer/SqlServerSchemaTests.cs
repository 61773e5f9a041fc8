using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using ModuleX.Infrastructure.Persistence.Providers.SqlServer;

namespace ModuleX.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>What SQL Server's language allows and its engine refuses.</summary>
public sealed class SqlServerSchemaTests
{
    // https://learn.microsoft.com/sql/sql-server/maximum-capacity-specifications-for-sql-server
    private const int ClusteredKeyBytes = 900;
    private const int OtherKeyBytes = 1700;

    private readonly IRelationalModel _schema = Schema();

    [Fact]
    public void No_deletion_comes_to_a_table_on_two_ways()
    {
        var twice = _schema.Tables.SelectMany(table => DeletedWith(table, [table])
            .GroupBy(reached => reached)
            .Where(ways => ways.Count() > 1)
            .Select(ways => $"{table.Name} to {ways.Key.Name}"));

        twice.ShouldBeEmpty("error 1785: may cause cycles or multiple cascade paths");
    }

    [Fact]
    public void Every_key_fits_its_index()
    {
        var tooLong = _schema.Tables.SelectMany(table => (string[])[
            .. table.UniqueConstraints
                .Where(key => SizeOf(key.Columns) > (key == table.PrimaryKey ? ClusteredKeyBytes : OtherKeyBytes))
                .Select(key => key.Name),
            .. table.Indexes.Where(index => SizeOf(index.Columns) > OtherKeyBytes).Select(index => index.Name)]);

        tooLong.ShouldBeEmpty("an insert of long values would fail");
    }

    /// <summary>The tables that lose rows when one loses a row, each as often as there are ways to it.</summary>
    private static IEnumerable<ITable> DeletedWith(ITable table, IReadOnlyList<ITable> way) => table.ReferencingForeignKeyConstraints
        .Where(key => key.OnDeleteAction is ReferentialAction.Cascade or ReferentialAction.SetNull or ReferentialAction.SetDefault)
        .SelectMany(key => way.Contains(key.Table) ? [key.Table, key.Table] : DeletedWith(key.Table, [.. way, key.Table]).Prepend(key.Table));

    private static long SizeOf(IEnumerable<IColumn> columns) => columns.Sum(column => SizeOf(column.StoreType));

    private static long SizeOf(string type)
    {
        if (type.EndsWith("(max)", StringComparison.Ordinal)) return int.MaxValue;
        var parts = type.Split('(', ')');
        return parts[0] switch
        {
            "nvarchar" or "nchar" => 2 * int.Parse(parts[1]),
            "varbinary" or "binary" or "varchar" or "char" => int.Parse(parts[1]),
            "uniqueidentifier" => 16,
            // The longest of the others: datetimeoffset.
            _ => 10,
        };
    }

    private static IRelationalModel Schema()
    {
        using var db = new SqlServerDesignTimeFactory().CreateDbContext([]);
        return db.GetService<IDesignTimeModel>().Model.GetRelationalModel();
    }
}
