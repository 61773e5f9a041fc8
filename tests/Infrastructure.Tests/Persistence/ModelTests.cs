using Microsoft.EntityFrameworkCore;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers.PostgreSql;
using ModuleX.Infrastructure.Persistence.Providers.Sqlite;
using ModuleX.Infrastructure.Persistence.Providers.SqlServer;

namespace ModuleX.Infrastructure.Tests.Persistence;

public sealed class ModelTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    [InlineData("sqlserver")]
    public void Every_model_change_has_its_migration(string provider)
    {
        using var db = Create(provider);

        db.Database.HasPendingModelChanges().ShouldBeFalse("run: build/migrations add <Name>OnlyAdds");
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    [InlineData("sqlserver")]
    public void Every_name_in_the_database_is_snake_case(string provider)
    {
        using var db = Create(provider);
        var tables = db.Model.GetRelationalModel().Tables;

        var names = tables.SelectMany(table => (string[])[
            table.Name, .. table.Columns.Select(column => column.Name), .. table.Indexes.Select(index => index.Name),
            .. table.UniqueConstraints.Select(key => key.Name), .. table.ForeignKeyConstraints.Select(key => key.Name)]);

        names.ShouldAllBe(name => name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'));
    }

    [Fact]
    public void The_providers_have_the_same_migrations()
    {
        string[][] names = [.. new[] { "sqlite", "postgresql", "sqlserver" }.Select(provider =>
        {
            using var db = Create(provider);
            return db.Database.GetMigrations().Select(migration => migration.Split('_', 2)[1]).ToArray();
        })];

        names[1].ShouldBe(names[0]);
        names[2].ShouldBe(names[0]);
    }

    private static ModuleXDbContext Create(string provider) => provider switch
    {
        "sqlite" => new SqliteDesignTimeFactory().CreateDbContext([]),
        "postgresql" => new PostgreSqlDesignTimeFactory().CreateDbContext([]),
        _ => new SqlServerDesignTimeFactory().CreateDbContext([]),
    };
}
