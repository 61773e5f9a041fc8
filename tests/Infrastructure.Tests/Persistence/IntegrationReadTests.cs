using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Integrations;
using ModuleX.Application.Organizations;
using ModuleX.Application.Paging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Persistence;

public abstract class IntegrationReadTests(TestDatabase database)
{
    private static readonly string Secret = Guid.NewGuid().ToString("N");

    private Installation Main => database.Main;

    private IReader<Integration> Integrations => database.Main.Get<IReader<Integration>>();

    private IInstallations Installations => database.Main.Get<IInstallations>();

    private async Task<DateTimeOffset?> FindLastSyncAsync(Organization organization) =>
        (await database.Main.Get<IReader<Organization>>().FindAsync(organization.TenantId, new OrganizationByIdSpec(organization.Id), default))!.ToolsSyncedAt;

    [ProviderFact]
    public async Task Installed_tool_comes_back_with_what_was_sealed_in_it()
    {
        var organization = await Main.AddTenantAsync();
        await Main.InstallAsync(organization, "slack");
        await Main.InstallAsync(organization, "github", Secret);

        var stored = await Integrations.ListAsync(organization.TenantId, new IntegrationsSpec(organization.Id), default);

        stored.Select(integration => integration.Tool).ShouldBe(["github", "slack"]);
        (stored[0].IsActive, stored[0].InstalledAt, stored[0].InstalledBy).ShouldBe((true, StoredToolSessions.Now, null));
        stored[0].VariableNames.ShouldBe(["VALUE"]);
        var secrets = Main.Get<IntegrationSecrets>();
        (await secrets.OpenConfigAsync(stored[0], default))!["value"]!.GetValue<string>().ShouldBe(Secret);
        (await secrets.OpenEnvironmentAsync(stored[0].Id, stored[0].SealedEnvironment, default))!["VALUE"].ShouldBe(Secret);
        (stored[1].SealedConfig, stored[1].SealedEnvironment).ShouldBe((null, null));
    }

    [ProviderFact]
    public async Task What_is_sealed_opens_in_its_own_place_only()
    {
        var organization = await Main.AddTenantAsync();
        var integration = await Main.InstallAsync(organization, "github", Secret);
        var secrets = Main.Get<IntegrationSecrets>();

        foreach (var elsewhere in new[] { integration.Id with { Tool = "slack" }, integration.Id with { Organization = new OrganizationId(Guid.NewGuid()) } })
            (await secrets.OpenEnvironmentAsync(elsewhere, integration.SealedEnvironment, default)).ShouldBeNull();
        (await secrets.OpenEnvironmentAsync(integration.Id, integration.SealedConfig, default)).ShouldBeNull();
    }

    [ProviderFact]
    public async Task Another_tenant_sees_nothing_but_the_names_of_all()
    {
        var (organization, other) = (await Main.AddTenantAsync(), await Main.AddTenantAsync());
        var tool = $"tool-{Guid.NewGuid():N}";
        await Main.InstallAsync(organization, tool);

        (await Integrations.FindAsync(other.TenantId, new IntegrationOfToolSpec(organization.Id, tool), default)).ShouldBeNull();
        (await Integrations.ListAsync(other.TenantId, new IntegrationsSpec(organization.Id), default)).ShouldBeEmpty();
        (await Installations.ListToolsOfAllAsync(default)).ShouldContain(tool);
    }

    [ProviderFact]
    public async Task Users_are_counted_once_a_tool_and_only_of_the_organization()
    {
        var organization = await Main.AddTenantAsync();
        var (ann, ben) = (await Main.AddMemberAsync(organization, $"ann-{Guid.NewGuid():N}"),
            await Main.AddMemberAsync(organization, $"ben-{Guid.NewGuid():N}"));
        foreach (var owner in new[]
            { OwnerId.User(ann.Value), OwnerId.User(ben.Value), OwnerId.User(Guid.NewGuid()), OwnerId.External(organization.Id, "ann") })
            await ConnectAsync(new(organization.TenantId, owner, "github"));
        await ConnectAsync(new(organization.TenantId, OwnerId.User(ann.Value), "github", "second"));
        await ConnectAsync(new(organization.TenantId, OwnerId.User(ann.Value), "slack"));

        var users = await Installations.CountUsersAsync(organization.TenantId, organization.Id, default);

        users.OrderBy(pair => pair.Key).ShouldBe([new("github", 2), new("slack", 1)]);
    }

    [ProviderFact]
    public async Task Audit_tells_what_changed_and_no_secret()
    {
        var organization = await Main.AddTenantAsync();
        var integration = await Main.InstallAsync(organization, "github", Secret);
        await using (var work = await Main.BeginAsync(organization))
        {
            var found = (await work.Integrations.FindAsync(organization.Id, "github", default))!;
            found.SetActive(false, StoredToolSessions.Now);
            found.SetEnvironment(null, [], StoredToolSessions.Now);
            work.Record(
                new AuditEvent(Actor.System(organization.TenantId), AuditActions.IntegrationEnvironmentUpdated, AuditResources.Integration, "github",
                organization.Id));
            (await work.CommitAsync(default)).Required();
        }

        var entry = (await Main.Get<IAuditTrail>()
            .ListAsync(organization.TenantId, new AuditFilter(organization.Id), new PageRequest(0, 10), default)).Items.Single();
        entry.Details.ShouldBe(
            """{"changes":{"is_active":{"from":true,"to":false},"sealed_environment":{"from":"***","to":null},"variable_names":{"from":["VALUE"],"to":[]}}}""");
        integration.Tool.ShouldBe(entry.ResourceId);
    }

    [ProviderFact]
    public async Task Sync_is_remembered_with_the_organization()
    {
        var organization = await Main.AddTenantAsync();
        (await FindLastSyncAsync(organization)).ShouldBeNull();

        await using (var work = await Main.BeginAsync(organization))
        {
            (await work.Organizations.FindAsync(organization.Id, default))!.NoteSync(StoredToolSessions.Now);
            (await work.CommitAsync(default)).Required();
        }

        (await FindLastSyncAsync(organization)).ShouldBe(StoredToolSessions.Now);
    }

    private Task ConnectAsync(ToolSessionId id) => Main.AddSessionAsync(StoredToolSessions.Connected(id));
}

[Provider("sqlite")]
public sealed class SqliteIntegrationReadTests(SqliteDatabase database) : IntegrationReadTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlIntegrationReadTests(PostgreSqlDatabase database) : IntegrationReadTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerIntegrationReadTests(SqlServerDatabase database) : IntegrationReadTests(database), IClassFixture<SqlServerDatabase>;
