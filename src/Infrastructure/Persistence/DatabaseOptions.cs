namespace ModuleX.Infrastructure.Persistence;

/// <summary>Where the data is: the settings <c>Database:Provider</c> and <c>Database:ConnectionString</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Database";

    public const string Sqlite = "sqlite";
    public const string PostgreSql = "postgresql";
    public const string SqlServer = "sqlserver";

    /// <summary><c>sqlite</c>, <c>postgresql</c> or <c>sqlserver</c>; case does not matter.</summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>As the provider's ADO.NET driver takes it. May be left out for SQLite; a relative file lies under the working directory.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The provider as one of the three words.</summary>
    internal string ProviderWord => Provider.Trim().ToLowerInvariant();

    internal bool HasKnownProvider => ProviderWord is Sqlite or PostgreSql or SqlServer;
}
