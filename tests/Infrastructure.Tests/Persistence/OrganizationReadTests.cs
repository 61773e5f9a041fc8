using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Organizations;
using ModuleX.Application.Paging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Analytics;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Records;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Persistence;

/// <summary>What is read about organizations and their members, on data that is counted by hand.</summary>
public abstract class OrganizationReadTests(TestDatabase database)
{
    private static readonly DateTimeOffset Now = new(2027, 3, 10, 12, 0, 0, TimeSpan.Zero);

    [ProviderFact]
    public async Task Figures_are_those_of_members_and_of_external_owners()
    {
        var (organization, other) = (await database.Main.AddTenantAsync(), await database.Main.AddTenantAsync());
        var ann = await database.Main.AddMemberAsync(organization, "ann");
        var bob = await database.Main.AddMemberAsync(organization, "bob", change: user => user.SetActive(false, Now));
        await ConnectAsync(organization, OwnerId.User(ann.Value), "github");
        await ConnectAsync(organization, OwnerId.User(bob.Value), "github", isActive: false);
        await ConnectAsync(organization, OwnerId.External(organization.Id, "customer"), "slack", needsReconnect: true);
        await ConnectAsync(organization, OwnerId.External(other.Id, "customer"), "notion");
        await ConnectAsync(other, OwnerId.External(other.Id, "customer"), "slack");
        await CallAsync(organization, new DateOnly(2027, 3, 10), 5);
        await CallAsync(organization, new DateOnly(2027, 3, 1), 7);
        await CallAsync(organization, new DateOnly(2027, 2, 28), 100);
        await SetAsync(ann, Now.AddHours(-2));
        await UseKeyAsync(organization, Now.AddHours(-1));

        var figures = await Statistics.MeasureAsync(organization.TenantId, organization.Id, Now, default);

        figures.ShouldBe(new OrganizationStatisticsView(2, 1, 2, 1, 5, 12, 12, Now.AddHours(-1)));
        (await Statistics.MeasureAsync(other.TenantId, other.Id, Now, default)).ShouldBe(new OrganizationStatisticsView(0, 0, 1, 1, 0, 0, 4, null));
    }

    [ProviderFact]
    public async Task Search_finds_parts_of_name_and_slug_in_any_case()
    {
        var tenant = await database.Main.AddTenantAsync();
        foreach (
            var (slug, name, isActive) in ((string, string, bool)[])[("a-sales", "First", true), ("b1", "The Sales", true), ("c1", "SALES", false),
            ("d1", "100%_", true)])
            await AddAsync(tenant, slug, name, isActive);

        (await FindAsync(new("sALes"))).ShouldBe(["a-sales", "b1", "c1"]);
        (await FindAsync(new("sales", IsActive: true))).ShouldBe(["a-sales", "b1"]);
        (await FindAsync(new("0%_"))).ShouldBe(["d1"]);
        (await FindAsync(new("_ale"))).ShouldBeEmpty();

        async Task<IEnumerable<string>> FindAsync(OrganizationFilter filter) =>
            (await Organizations.PageAsync<OrganizationView>(tenant.TenantId, new OrganizationsSpec(filter), PageRequest.Of(1, 10),
                default)).Items.Select(one => one.Slug);
    }

    [ProviderFact]
    public async Task Members_who_were_never_active_come_last_in_both_directions()
    {
        var organization = await database.Main.AddTenantAsync();
        var (early, late) = (await database.Main.AddMemberAsync(organization, "early"), await database.Main.AddMemberAsync(organization, "late"));
        await database.Main.AddMemberAsync(organization, "never");
        await SetAsync(early, Now.AddHours(-2));
        await SetAsync(late, Now.AddHours(-1));
        await ConnectAsync(organization, OwnerId.User(early.Value), "github");

        (await NamesAsync(isDescending: false)).ShouldBe(["early 1", "late 0", "never 0"]);
        (await NamesAsync(isDescending: true)).ShouldBe(["late 0", "early 1", "never 0"]);

        async Task<IEnumerable<string>> NamesAsync(bool isDescending) =>
            (await Members.ListAsync(
                organization.TenantId, organization.Id, new MemberFilter(Order: MemberOrder.LastActive, IsDescending: isDescending),
                PageRequest.Of(1, 10), default))
                .Items.Select(member => $"{member.Username} {member.ActiveTools}");
    }

    [ProviderFact]
    public async Task New_members_are_counted_by_days_of_UTC()
    {
        var organization = await database.Main.AddTenantAsync();
        foreach (
            var (name, joinedAt) in ((string, DateTimeOffset)[])[("a", Now.AddHours(-12)), ("b", Now.AddHours(-13)), ("c", Now.AddHours(-36)),
            ("d", Now.AddHours(-37))])
            await database.Main.AddMemberAsync(organization, name, joinedAt: joinedAt);

        (await Members.CountAsync(organization.TenantId, organization.Id, Now, default)).ShouldBe(new MemberStatisticsView(4, 4, 1, 2));
    }

    [ProviderFact]
    public async Task Member_of_another_organization_is_not_found()
    {
        var (organization, other) = (await database.Main.AddTenantAsync(), await database.Main.AddTenantAsync());
        var ann = await database.Main.AddMemberAsync(organization, "ann");
        await ConnectAsync(organization, OwnerId.User(ann.Value), "github");

        var found = await Members.FindAsync(organization.TenantId, organization.Id, ann, 20, Now, default);

        found!.Tools.ShouldHaveSingleItem().Name.ShouldBe("github");
        (await Members.FindAsync(other.TenantId, other.Id, ann, 20, Now, default)).ShouldBeNull();
        (await Members.FindAsync(other.TenantId, organization.Id, ann, 20, Now, default)).ShouldBeNull();
    }

    [ProviderFact]
    public async Task Connections_are_those_of_the_organizations_own_people()
    {
        var (organization, other) = (await database.Main.AddTenantAsync(), await database.Main.AddTenantAsync());
        await ConnectAsync(organization, OwnerId.External(organization.Id, "Zoe"), "github");
        await ConnectAsync(organization, OwnerId.External(organization.Id, "_ann:1"), "github", needsReconnect: true);
        await ConnectAsync(organization, OwnerId.External(other.Id, "Zoe"), "github");
        await ConnectAsync(organization, OwnerId.User(Guid.NewGuid()), "github");

        (await new PeopleStatistics(database.Main.Get<IDbContextFactory<ModuleXDbContext>>())
            .CountConnectionsAsync(organization.TenantId, organization.Id, default)).ShouldBe((2, 1));
    }

    private IOrganizationStatistics Statistics => database.Main.Get<IOrganizationStatistics>();

    private IReader<Organization> Organizations => database.Main.Get<IReader<Organization>>();

    private IMembers Members => database.Main.Get<IMembers>();

    /// <summary>A session whose credential has four bytes.</summary>
    private Task ConnectAsync(Organization organization, OwnerId owner, string tool, bool isActive = true, bool needsReconnect = false) =>
        database.Main.AddSessionAsync(
        StoredToolSessions.Connected(new ToolSessionId(organization.TenantId, owner, tool)) with { IsActive = isActive, NeedsReconnect = needsReconnect });

    private async Task CallAsync(Organization organization, DateOnly day, long calls)
    {
        await using var db = database.Main.OpenContext();
        db.Add(new SumRow
        {
            TenantId = organization.TenantId, OrganizationId = organization.Id, Grain = SumGrain.Day, Measure = Measure.AuthMethods,
            Start = new(day, TimeOnly.MinValue, TimeSpan.Zero), Subject = "password", Detail = "", Count = calls,
        });
        await db.SaveChangesAsync();
    }

    private async Task SetAsync(UserId user, DateTimeOffset lastActiveAt)
    {
        await using var db = database.Main.OpenContext();
        await db.Users.AcrossTenants().Where(one => one.Id == user).ExecuteUpdateAsync(row => row.SetProperty(one => one.LastActiveAt, lastActiveAt));
    }

    private async Task UseKeyAsync(Organization organization, DateTimeOffset usedAt)
    {
        await using var db = database.Main.OpenContext();
        var key = ApiKey.Create(
            new ApiKeyId(Guid.CreateVersion7()), organization.TenantId, organization.Id, "key", [], null,
            Guid.NewGuid().ToByteArray().Concat(Guid.NewGuid().ToByteArray()).ToArray(), Now).Required().Key;
        db.Add(key);
        await db.SaveChangesAsync();
        await db.ApiKeys.AcrossTenants().Where(one => one.Id == key.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.LastUsedAt, usedAt));
    }

    private async Task AddAsync(Organization tenant, string slug, string name, bool isActive)
    {
        var organization = Organization.Create(new OrganizationId(Guid.CreateVersion7()), tenant.TenantId, slug, name, isDefault: false, Now).Required();
        organization.Change(new OrganizationChange(IsActive: isActive), Now).Required();
        await using var db = database.Main.OpenContext();
        db.Add(organization);
        await db.SaveChangesAsync();
    }
}

[Provider("sqlite")]
public sealed class SqliteOrganizationReadTests(SqliteDatabase database) : OrganizationReadTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlOrganizationReadTests(PostgreSqlDatabase database) : OrganizationReadTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerOrganizationReadTests(SqlServerDatabase database) : OrganizationReadTests(database), IClassFixture<SqlServerDatabase>;
