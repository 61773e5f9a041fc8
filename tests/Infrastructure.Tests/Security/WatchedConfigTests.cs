using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ModuleX.Application.Identity;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Modules;
using ModuleX.Infrastructure.Modules;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Tests.Catalog;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Security;

/// <summary>What a process keeps in memory of configurations and modules, while another process changes them.</summary>
public abstract class WatchedConfigTests(TestDatabase database)
{
    [ProviderFact]
    public async Task A_policy_that_another_process_sets_is_seen_by_the_next_poll()
    {
        var (server, organization) = (database.StartProcess(), await database.Main.AddTenantAsync());
        var tenant = organization.TenantId;
        await server.Watcher().PollAsync(default);
        var (policies, limits) = (server.Get<IPasswordPolicies>(), server.Get<ILoginSessionLimits>());
        (await policies.FindAsync(tenant, default)).MinimumLength.ShouldBe(8);
        (await limits.FindIdleLimitAsync(tenant, default)).ShouldBeNull();

        await using (var work = await database.Main.BeginAsync(organization))
        {
            var config = new TenantConfig(tenant, StoredToolSessions.Now);
            config.Apply(new ConfigChange { MinLength = 20, SessionTimeout = TimeSpan.FromMinutes(5) }, StoredToolSessions.Now);
            work.Configuration.Add(config);
            work.Announce(tenant.Value);
            (await work.CommitAsync(default)).Required();
        }
        (await policies.FindAsync(tenant, default)).MinimumLength.ShouldBe(8, "the watcher has not looked yet");
        await server.Watcher().PollAsync(default);

        (await policies.FindAsync(tenant, default)).MinimumLength.ShouldBe(20);
        (await limits.FindIdleLimitAsync(tenant, default)).ShouldBe(TimeSpan.FromMinutes(5));
    }

    [ProviderFact]
    public async Task A_module_that_another_process_disables_is_gone_after_the_next_poll()
    {
        using var folder = new ManifestFolder();
        var name = $"tool{Guid.NewGuid():N}"[..20];
        folder.Add(name);
        await using var catalog = new ACatalog(folder.Root);
        await catalog.Files.StartAsync(default);
        var (server, organization) = (database.StartProcess(), await database.Main.AddTenantAsync());
        using var tools = new AvailableTools(
            catalog.Files, server.Get<IDbContextFactory<ModuleXDbContext>>(), server.Get<AccessNotices>(), TimeProvider.System,
            NullLogger<AvailableTools>.Instance);
        await tools.StartAsync(default);
        await server.Watcher().PollAsync(default);
        tools.Current.FindTool(name).Error.ShouldBeNull();

        await using (var work = await database.Main.BeginAsync(organization))
        {
            (await work.Modules.HoldAllAsync(default)).ShouldNotContain(module => module.Name == name);
            var module = new Module(name, StoredToolSessions.Now);
            module.SetEnabled(false, new UserId(Guid.NewGuid()), StoredToolSessions.Now);
            work.Modules.Add(module);
            work.Announce(Module.Subject);
            (await work.CommitAsync(default)).Required();
        }
        tools.Current.FindTool(name).Error.ShouldBeNull("the watcher has not looked yet");
        await server.Watcher().PollAsync(default);

        await Wait.UntilAsync(() => tools.Current.FindTool(name).Error is not null, "the module is off");
        tools.All.FindTool(name).Error.ShouldBeNull();
        await tools.StopAsync(default);
    }
}

[Provider("sqlite")]
public sealed class SqliteWatchedConfigTests(SqliteDatabase database) : WatchedConfigTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlWatchedConfigTests(PostgreSqlDatabase database) : WatchedConfigTests(database), IClassFixture<PostgreSqlDatabase>;
