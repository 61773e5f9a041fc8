// EF Core has no public place that sees a query together with the values of its parameters; both shape the SQL.
#pragma warning disable EF1001
using System.Collections;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>Runs a query as ever, and lets the SQL Server provider write the same one.</summary>
internal sealed class MirroringQueryCompiler(
    IQueryContextFactory queryContexts, ICompiledQueryCache cache, ICompiledQueryCacheKeyGenerator keys, IDatabase database,
    IDiagnosticsLogger<DbLoggerCategory.Query> logger, ICurrentDbContext current, IEvaluatableExpressionFilter filter, IModel model)
    : QueryCompiler(queryContexts, cache, keys, database, logger, current, filter, model)
{
    private readonly ModuleXDbContext _db = (ModuleXDbContext)current.Context;
    private readonly IDiagnosticsLogger<DbLoggerCategory.Query> _logger = logger;

    public override TResult Execute<TResult>(Expression query)
    {
        Mirror(query, (provider, same) => provider.Execute<TResult>(same));
        return base.Execute<TResult>(query);
    }

    public override TResult ExecuteAsync<TResult>(Expression query, CancellationToken cancellationToken = default)
    {
        Mirror(query, (provider, same) => provider.ExecuteAsync<TResult>(same, cancellationToken));
        return base.ExecuteAsync<TResult>(query, cancellationToken);
    }

    private void Mirror<TResult>(Expression query, Func<IAsyncQueryProvider, Expression, TResult> execute)
    {
        var values = new Dictionary<string, object?>();
        var extracted = ExtractParameters(query, values, _logger);
        if (AsksSqlite.Of(extracted)) return;
        UnconnectedSqlServer.Run(_db.Tenant, extracted.ToString(), db =>
        {
            var same = new Moved(db.Model, values).Visit(extracted);
            // Nothing waits: no answer comes from elsewhere.
            switch (execute(db.GetService<IAsyncQueryProvider>(), same))
            {
                case Task task:
                    task.GetAwaiter().GetResult();
                    break;
                // The rows of an asynchronous query can be asked for at once, too.
                case IEnumerable rows:
                    rows.GetEnumerator().MoveNext();
                    break;
            }
        });
    }

    /// <summary>Puts a query on another model, and its values back to where they were taken from.</summary>
    private sealed class Moved(IModel model, Dictionary<string, object?> values) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node switch
        {
            EntityQueryRootExpression root => root.UpdateEntityType(model.FindEntityType(root.EntityType.Name)!),
            QueryParameterExpression parameter => ValueOf(parameter),
            _ => base.VisitExtension(node),
        };

        private MemberExpression ValueOf(QueryParameterExpression parameter)
        {
            var holder = Activator.CreateInstance(typeof(Holder<>).MakeGenericType(parameter.Type), values[parameter.Name])!;
            return Expression.Field(Expression.Constant(holder), nameof(Holder<int>.Value));
        }
    }

    /// <summary>Finds what is about SQLite's own catalog: no other provider would ask that.</summary>
    private sealed class AsksSqlite : ExpressionVisitor
    {
        private bool _found;

        public static bool Of(Expression query)
        {
            var visitor = new AsksSqlite();
            visitor.Visit(query);
            return visitor._found;
        }

        protected override Expression VisitExtension(Expression node)
        {
            _found |= node is SqlQueryRootExpression { Sql: var sql } && sql.Contains("sqlite_master");
            return base.VisitExtension(node);
        }
    }

    /// <summary>Stands for the closure of a lambda.</summary>
    private sealed class Holder<T>(T value)
    {
        public readonly T Value = value;
    }
}
