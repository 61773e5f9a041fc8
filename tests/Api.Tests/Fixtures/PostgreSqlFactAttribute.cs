using ModuleX.Tests.Shared.Databases;

namespace ModuleX.Api.Tests.Fixtures;

/// <summary>A fact about the program on PostgreSQL. Where there is none it is skipped, except on a build server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute()
    {
        if (PostgreSqlServer.Programs is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "no PostgreSQL here: install the package postgresql";
    }
}
