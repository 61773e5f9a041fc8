using ModuleX.Tests.Shared.Databases;

namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>A fact that needs a PostgreSQL to be started; skipped with the reason where there is none, but on a build server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = WhySkipped;

    /// <summary>Null where PostgreSQL is there, or must be.</summary>
    public static string? WhySkipped { get; } = PostgreSqlServer.Programs is null && Environment.GetEnvironmentVariable("CI") != "true"
        ? "no PostgreSQL here: install the package postgresql" : null;
}
