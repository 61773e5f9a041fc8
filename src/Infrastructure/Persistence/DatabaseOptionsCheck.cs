using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Options;
using ModuleX.Infrastructure.Persistence.Providers.Sqlite;
using Npgsql;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>
/// Says what is wrong with the settings of the database before anything connects, with the form that is wanted. A connection string is never repeated: it has
/// a password.
/// </summary>
internal sealed class DatabaseOptionsCheck : IValidateOptions<DatabaseOptions>
{
    private const string Setting = "Database:ConnectionString";
    private const string SqliteForm = "Data Source=/var/lib/modulex/modulex.db";
    private const string PostgreSqlForm = "Host=db.internal;Database=modulex;Username=modulex;Password=...";
    private const string SqlServerForm = "Server=db.internal;Database=modulex;User Id=modulex;Password=...";

    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        if (!options.HasKnownProvider) return ValidateOptionsResult.Fail("Database:Provider must be one of sqlite, postgresql, sqlserver");
        return ProblemOf(options.ProviderWord, options.ConnectionString ?? "") is { } problem
            ? ValidateOptionsResult.Fail(problem)
            : ValidateOptionsResult.Success;
    }

    private static string? ProblemOf(string provider, string text)
    {
        var form = provider switch { DatabaseOptions.PostgreSql => PostgreSqlForm, DatabaseOptions.SqlServer => SqlServerForm, _ => SqliteForm };
        if (string.IsNullOrWhiteSpace(text)) return provider == DatabaseOptions.Sqlite ? null : $"{Setting} is required for {provider}, as in {form}";
        // First of all: a driver's sentence about a URL repeats a part of it, and that may be the password.
        if (text.Contains("://", StringComparison.Ordinal)) return $"{Setting} must be written as in {form}; URLs are not taken";
        try
        {
            return provider switch
            {
                DatabaseOptions.PostgreSql => Require(new NpgsqlConnectionStringBuilder(text).Host, "Host=", form),
                DatabaseOptions.SqlServer => Require(new SqlConnectionStringBuilder(text).DataSource, "Server=", form),
                _ => SqliteProvider.ProblemOf(text),
            };
        }
        catch (Exception exception)
            when (exception is ArgumentException or FormatException or InvalidOperationException or InvalidCastException or OverflowException)
        {
            return $"{Setting} can't be read by {provider}{UnknownKey(provider, text)}; it must be written as in {form}";
        }
    }

    private static string? Require(string? part, string key, string form) =>
        string.IsNullOrWhiteSpace(part) ? $"{Setting} lacks {key}...; it must be written as in {form}" : null;

    /// <summary>Names the keys that the driver does not know. Keys alone: a driver's own sentence may hold a value.</summary>
    private static string UnknownKey(string provider, string text)
    {
        DbConnectionStringBuilder parts = new();
        try
        {
            parts.ConnectionString = text;
        }
        catch (ArgumentException)
        {
            return "";
        }
        var unknown = parts.Keys.Cast<string>().Where(key => !IsKnown(provider, key)).ToList();
        return unknown.Count == 0 ? "" : $": it does not know {string.Join(", ", unknown)}";
    }

    private static bool IsKnown(string provider, string key)
    {
        try
        {
            DbConnectionStringBuilder driver = provider switch
            {
                DatabaseOptions.PostgreSql => new NpgsqlConnectionStringBuilder(),
                DatabaseOptions.SqlServer => new SqlConnectionStringBuilder(),
                _ => new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(),
            };
            _ = driver[key];
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
