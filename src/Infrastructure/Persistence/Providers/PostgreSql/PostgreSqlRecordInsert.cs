using Microsoft.EntityFrameworkCore;
using ModuleX.Domain.Records;
using Npgsql;

namespace ModuleX.Infrastructure.Persistence.Providers.PostgreSql;

/// <summary>Inserts records with <c>COPY</c>.</summary>
internal static class PostgreSqlRecordInsert
{
    public static async Task InsertAsync(ModuleXDbContext db, IReadOnlyList<RecordEntry> entries, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var writer = await connection.BeginBinaryImportAsync($"COPY records ({RecordColumns.List}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var entry in entries) await writer.WriteRowAsync(cancellationToken, RecordColumns.ValuesOf(entry));
        await writer.CompleteAsync(cancellationToken);
    }
}
