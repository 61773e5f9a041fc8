using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ModuleX.Domain.Records;
using SQLitePCL;

namespace ModuleX.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>
/// Inserts records with one prepared statement on the library's own interface, in the transaction that the connection is in. The driver's commands
/// would box every number and look at the type of every value, some 17 of them a record, a hundred thousand times a second.
/// </summary>
internal sealed class SqliteRecordInsert : IDisposable
{
    private const string Statement = $"INSERT INTO records ({RecordColumns.List}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <summary>The few ids of a batch as bytes, each made once.</summary>
    private readonly Dictionary<Guid, byte[]> _ids = [];

    private int _column;

    private SqliteRecordInsert(sqlite3 database)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(database, Statement, out _statement));
    }

    /// <summary>Runs on this thread: there is nothing to wait for but the disk.</summary>
    /// <exception cref="SqliteException">As the driver throws it.</exception>
    public static void Insert(ModuleXDbContext db, IReadOnlyList<RecordEntry> entries)
    {
        using var insert = new SqliteRecordInsert(((SqliteConnection)db.Database.GetDbConnection()).Handle!);
        foreach (var entry in entries) insert.Insert(entry);
    }

    public void Dispose() => _statement.Dispose();

    private void Insert(RecordEntry entry)
    {
        _column = 0;
        Bind(entry.TenantId.Value);
        Bind(entry.OrganizationId?.Value);
        Bind((long)entry.Kind);
        Bind((long)entry.Level);
        Bind(entry.At.ToUnixTimeMilliseconds());
        Bind(entry.UserId);
        Bind(entry.Category);
        Bind(entry.Message);
        Bind(entry.Success ? 1 : 0);
        Bind(entry.ToolName);
        Bind(entry.ActionName);
        Bind(entry.Endpoint);
        Bind(entry.Method);
        Bind((long?)entry.StatusCode);
        Bind(entry.DurationMicroseconds);
        Bind(entry.IpAddress);
        Bind(entry.Code);
        Bind(entry.Details);
        Bind(entry.IsSlow ? 1 : 0);
        Bind(entry.ConnectionId);
        BindOnce(entry.RunId);
        var result = raw.sqlite3_step(_statement);
        if (result != raw.SQLITE_DONE) Check(result);
        Check(raw.sqlite3_reset(_statement));
    }

    private void Bind(string? text) => Check(text is null ? raw.sqlite3_bind_null(_statement, ++_column) : raw.sqlite3_bind_text(_statement, ++_column, text));

    private void Bind(long? number) =>
        Check(number is { } value ? raw.sqlite3_bind_int64(_statement, ++_column, value) : raw.sqlite3_bind_null(_statement, ++_column));

    private void Bind(Guid? id) =>
        Check(id is { } value ? raw.sqlite3_bind_blob(_statement, ++_column, BytesOf(value)) : raw.sqlite3_bind_null(_statement, ++_column));

    /// <summary>An id that no other record of the batch has.</summary>
    private void BindOnce(Guid? id)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (id is { } value && value.TryWriteBytes(bytes, bigEndian: true, out _)) Check(raw.sqlite3_bind_blob(_statement, ++_column, bytes));
        else Check(raw.sqlite3_bind_null(_statement, ++_column));
    }

    private byte[] BytesOf(Guid id) => _ids.TryGetValue(id, out var bytes) ? bytes : _ids[id] = id.ToByteArray(bigEndian: true);

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            throw new SqliteException(raw.sqlite3_errmsg(_database).utf8_to_string(), raw.sqlite3_errcode(_database), raw.sqlite3_extended_errcode(_database));
    }
}
