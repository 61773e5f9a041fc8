using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Silo.Tests.Fixtures;

/// <summary>A fact that needs a PostgreSQL to be started; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = ProviderAttribute.WhySkipped("postgresql");
}
