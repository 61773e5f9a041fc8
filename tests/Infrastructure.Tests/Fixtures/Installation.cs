using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using ModuleX.Application.Identity;
using ModuleX.Application.Integrations;
using ModuleX.Application.ToolSessions;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Events;
using ModuleX.Infrastructure.Integrations;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers.Sqlite;
using ModuleX.Infrastructure.Persistence.Startup;
using ModuleX.Infrastructure.Security;
using ModuleX.Infrastructure.Tests.Persistence.SqlServer;
using ModuleX.Infrastructure.Webhooks;
using ModuleX.Tests.Shared.Ports;

namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>ModuleX's data layer as one process has it. Two installations on one database are two processes.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Installation(string provider, string connectionString, TestTime? time = null, string environment = "Development",
        params (string Name, string Value)[] settings)
    {
        Time = time ?? new TestTime();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Database:Provider"] = provider, ["Database:ConnectionString"] = connectionString })
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
            .Build();
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<IHostEnvironment>(new Surroundings { EnvironmentName = environment })
            .AddSingleton<IHostApplicationLifetime>(Lifetime)
            .AddSingleton<TimeProvider>(Time)
            .AddLogging()
            .AddSingleton<ISecurityLog>(SecurityLog)
            .AddEvents()
            .AddPersistence()
            .ConfigureDbContext<SqliteModuleXDbContext>(options => options.AlsoWriteForSqlServer())
            .AddSecurity()
            .AddIntegrations()
            .AddSingleton<CredentialSealer>()
            .AddSingleton<IntegrationSecrets>()
            .AddSingleton<ServiceWork>()
            .AddSingleton<IServiceWork>(services => services.GetRequiredService<ServiceWork>())
            .AddSingleton<ServiceSecrets>()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public TestTime Time { get; }

    public TestLifetime Lifetime { get; } = new();

    public SecurityLogInMemory SecurityLog { get; } = new();

    public DatabaseStartup Startup => Get<DatabaseStartup>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public IEnumerable<T> GetAll<T>() => _services.GetServices<T>();

    public ModuleXDbContext OpenContext() => Get<IDbContextFactory<ModuleXDbContext>>().CreateDbContext();

    /// <summary>A tenant of its own for a test, with one organization.</summary>
    public async Task<Organization> AddTenantAsync()
    {
        var now = Time.GetUtcNow();
        var tenant = new Tenant(new TenantId(Guid.CreateVersion7(now)), $"t{Guid.NewGuid():N}", now);
        var organization = Organization.Create(new OrganizationId(Guid.CreateVersion7(now)), tenant.Id, "main", "Main", isDefault: true, now).Required();
        await using var db = OpenContext();
        db.AddRange(tenant, organization);
        await db.SaveChangesAsync();
        return organization;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class Surroundings : IHostEnvironment
    {
        public required string EnvironmentName { get; set; }

        public string ApplicationName { get; set; } = "ModuleX";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
