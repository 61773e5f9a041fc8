using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Integrations;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Infrastructure.Integrations;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Integrations;

public abstract class InstalledToolsTests(TestDatabase database)
{
    [ProviderFact]
    public async Task Tool_is_allowed_while_it_is_installed_and_on()
    {
        var (server, organization) = await StartAsync();
        (await RequireAsync(server, organization)).ShouldBe(IntegrationErrors.NotInstalled("github"));

        await server.InstallAsync(organization);
        (await RequireAsync(server, organization)).ShouldBeNull();
        (await ListAsync(server, organization)).ShouldBe(["github"]);

        (await server.ChangeAsync(organization, integration => integration.SetActive(false, StoredToolSessions.Now))).Required();
        (await RequireAsync(server, organization)).ShouldBe(IntegrationErrors.Inactive("github"));
        (await ListAsync(server, organization)).ShouldBeEmpty();

        await server.UninstallAsync(organization);
        (await RequireAsync(server, organization)).ShouldBe(IntegrationErrors.NotInstalled("github"));
    }

    [ProviderFact]
    public async Task Known_organization_is_not_read_again()
    {
        var (server, organization) = await StartAsync();
        await server.InstallAsync(organization);
        (await RequireAsync(server, organization)).ShouldBeNull();

        await DeleteSilentlyAsync(organization);

        (await RequireAsync(server, organization)).ShouldBeNull();
    }

    [ProviderFact]
    public async Task Change_of_another_process_is_heard_at_the_next_look()
    {
        var (server, organization) = await StartAsync();
        await server.InstallAsync(organization);
        (await RequireAsync(server, organization)).ShouldBeNull();

        await database.Main.UninstallAsync(organization);
        await server.Watcher().PollAsync(default);

        (await RequireAsync(server, organization)).ShouldBe(IntegrationErrors.NotInstalled("github"));
    }

    [ProviderFact]
    public async Task Memory_is_not_believed_while_there_is_no_watcher()
    {
        var (server, organization) = await StartAsync();
        await server.InstallAsync(organization);
        (await RequireAsync(server, organization)).ShouldBeNull();

        await DeleteSilentlyAsync(organization);
        server.Time.Advance(TimeSpan.FromSeconds(3));

        (await RequireAsync(server, organization)).ShouldBe(IntegrationErrors.NotInstalled("github"));
    }

    [ProviderFact]
    public async Task Another_organization_and_another_tenant_have_nothing_of_it()
    {
        var (server, organization) = await StartAsync();
        await server.InstallAsync(organization);
        var other = await server.AddTenantAsync();

        (await RequireAsync(server, other)).ShouldBe(IntegrationErrors.NotInstalled("github"));
        (await server.Get<IInstalledTools>().RequireAsync(other.TenantId, organization.Id, "github", default)).Error.ShouldBe(
            IntegrationErrors.NotInstalled("github"));
        (await RequireAsync(server, organization)).ShouldBeNull();
    }

    [ProviderFact]
    public async Task Home_of_a_user_is_known_until_the_user_moves()
    {
        var (server, organization) = await StartAsync();
        var user = await server.AddUserAsync(organization);
        var homes = server.Get<HomeOrganizations>();
        (await homes.FindAsync(user.TenantId, user.Id, default)).ShouldBe(organization.Id);

        await using (var db = server.OpenContext())
            await db.Users.AcrossTenants().Where(row => row.Id == user.Id).ExecuteDeleteAsync();
        (await homes.FindAsync(user.TenantId, user.Id, default)).ShouldBe(organization.Id, "from memory");
        await using (var work = await server.BeginAsync(organization))
        {
            work.Announce(user.Id.Value);
            (await work.CommitAsync(default)).Required();
        }

        (await homes.FindAsync(user.TenantId, user.Id, default)).ShouldBeNull();
    }

    private async Task<(Installation Server, Organization Organization)> StartAsync()
    {
        var organization = await database.Main.AddTenantAsync();
        var server = database.StartProcess();
        await server.Watcher().PollAsync(default);
        return (server, organization);
    }

    private async Task DeleteSilentlyAsync(Organization organization)
    {
        await using var db = database.Main.OpenContext();
        await db.Integrations.AcrossTenants().Where(row => row.OrganizationId == organization.Id).ExecuteDeleteAsync();
    }

    private static async Task<Domain.Results.Error?> RequireAsync(Installation server, Organization organization) =>
        (await server.Get<IInstalledTools>().RequireAsync(organization.TenantId, organization.Id, "github", default)).Error;

    private static async Task<IReadOnlySet<string>> ListAsync(Installation server, Organization organization) =>
        await server.Get<IInstalledTools>().ListAsync(organization.TenantId, organization.Id, default);
}

[Provider("sqlite")]
public sealed class SqliteInstalledToolsTests(SqliteDatabase database) : InstalledToolsTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlInstalledToolsTests(PostgreSqlDatabase database) : InstalledToolsTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerInstalledToolsTests(SqlServerDatabase database) : InstalledToolsTests(database), IClassFixture<SqlServerDatabase>;
