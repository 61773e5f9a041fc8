using System.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ModuleX.Domain.Records;

namespace ModuleX.Infrastructure.Persistence.Providers.SqlServer;

/// <summary>Inserts records with a bulk copy.</summary>
internal static class SqlServerRecordInsert
{
    public static async Task InsertAsync(ModuleXDbContext db, IReadOnlyList<RecordEntry> entries, CancellationToken cancellationToken)
    {
        var transaction = (SqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        using var copy = new SqlBulkCopy((SqlConnection)db.Database.GetDbConnection(), SqlBulkCopyOptions.CheckConstraints, transaction)
            { DestinationTableName = "records" };
        using var table = new DataTable();
        foreach (var column in RecordColumns.List.Split(", "))
        {
            table.Columns.Add(column, TypeOf(column));
            copy.ColumnMappings.Add(column, column);
        }
        foreach (var entry in entries) table.Rows.Add(RecordColumns.ValuesOf(entry));
        await copy.WriteToServerAsync(table, cancellationToken);
    }

    private static Type TypeOf(string column) => column switch
    {
        "tenant_id" or "organization_id" or "connection_id" or "run_id" => typeof(Guid),
        "kind" or "level" => typeof(short),
        "at" => typeof(DateTimeOffset),
        "success" or "is_slow" => typeof(bool),
        "status_code" => typeof(int),
        "duration_microseconds" => typeof(long),
        _ => typeof(string),
    };
}
