using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence.Providers.SqlServer;

namespace ModuleX.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>The SQL Server provider without a server: it writes its statements as ever, they are collected, not sent, and every answer is empty.</summary>
internal static class UnconnectedSqlServer
{
    public static void Run(TenantId tenant, string what, Action<SqlServerModuleXDbContext> cause)
    {
        var recorder = new Recorder();
        var options = new DbContextOptionsBuilder<SqlServerModuleXDbContext>();
        SqlServerProvider.Configure(options, "Server=none").AddInterceptors(recorder);
        using var db = new SqlServerModuleXDbContext(options.Options) { Tenant = tenant };
        try
        {
            cause(db);
            if (!recorder.HasRecorded) CausedStatements.AddFailure($"No statement was written for {what}");
        }
        catch (InvalidOperationException) when (recorder.HasRecorded)
        {
            // An empty answer is too little for a count; the statement is what matters.
        }
        catch (Exception exception)
        {
            CausedStatements.AddFailure($"{exception.Message} Written for {what}");
        }
    }

    private sealed class Recorder : DbCommandInterceptor, IDbConnectionInterceptor
    {
        public bool HasRecorded { get; private set; }

        public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            InterceptionResult.Suppress();

        public ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            new(InterceptionResult.Suppress());

        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
            InterceptionResult<DbDataReader>.SuppressWithResult(Record(command));

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            new(InterceptionResult<DbDataReader>.SuppressWithResult(Record(command)));

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            using var none = Record(command);
            return InterceptionResult<int>.SuppressWithResult(0);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            new(NonQueryExecuting(command, eventData, result));

        private DataTableReader Record(DbCommand command)
        {
            HasRecorded = true;
            CausedStatements.Add(command);
            using var nothing = new DataTable();
            return nothing.CreateDataReader();
        }
    }
}
