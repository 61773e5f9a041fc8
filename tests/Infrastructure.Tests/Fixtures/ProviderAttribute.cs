namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>Says on which database a class of tests runs.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ProviderAttribute(string provider) : Attribute
{
    public string Provider { get; } = provider;

    /// <summary>Null where the provider is there. On a build server a missing PostgreSQL is a failure, not a skipped test.</summary>
    public static string? WhySkipped(string provider) => provider switch
    {
        "postgresql" => PostgreSqlFactAttribute.WhySkipped,
        "sqlserver" when string.IsNullOrEmpty(Environment.GetEnvironmentVariable("MODULEX_TEST_SQLSERVER")) =>
            "no SQL Server here: set MODULEX_TEST_SQLSERVER",
        _ => null,
    };
}
