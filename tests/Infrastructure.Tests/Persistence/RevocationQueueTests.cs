using Microsoft.EntityFrameworkCore;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Tests.Fixtures;
using ModuleX.Tests.Shared.Ports;

namespace ModuleX.Infrastructure.Tests.Persistence;

/// <summary>What is stored of people's connections when they, their organization or their tenant go.</summary>
public abstract class RevocationQueueTests(TestDatabase database)
{
    private IToolSessionRepository Sessions => database.Main.Get<IToolSessionRepository>();

    private IRevocationQueue Queue => database.Main.Get<IRevocationQueue>();

    [ProviderFact]
    public async Task Credentials_of_a_user_who_goes_are_queued_as_they_were_and_nothing_else_stays()
    {
        var (organization, user, id) = await ConnectUserAsync();
        var other = await ConnectAsync(StoredToolSessions.IdOf(organization));
        var begun = ToolSessionSnapshot.Empty(id with { Tool = "slack" }) with { Pending = StoredToolSessions.Connected(id).Pending };
        (await Sessions.SaveAsync(begun, default)).Required();
        var held = (await Sessions.LoadAsync(id, default)).Credential!;

        await ReleaseAsync(organization, store => store.ReleaseAsync(user, database.Main.Time.GetUtcNow(), default));

        (await Sessions.ListAsync(organization.TenantId, id.Owner, default)).ShouldBeEmpty();
        (await Sessions.LoadAsync(other, default)).Credential.ShouldNotBeNull();
        var queued = (await ClaimAsync(organization)).ShouldHaveSingleItem();
        (queued.Session, queued.Scheme, queued.Secret.KeyId).ShouldBe((id, held.Scheme, held.Secret.KeyId));
        queued.Secret.Cipher.ShouldBe(held.Secret.Cipher);
    }

    [ProviderFact]
    public async Task Nothing_is_released_without_the_commit()
    {
        var (organization, user, id) = await ConnectUserAsync();
        await using (var work = await database.Main.BeginAsync(organization))
            await work.ToolSessions.ReleaseAsync(user, database.Main.Time.GetUtcNow(), default);

        (await Sessions.LoadAsync(id, default)).Credential.ShouldNotBeNull();
        (await ClaimAsync(organization)).ShouldBeEmpty();
    }

    [ProviderFact]
    public async Task External_owners_of_an_organization_go_with_it_and_its_members_keep_theirs()
    {
        var (organization, _, ofMember) = await ConnectUserAsync();
        var external = await ConnectAsync(StoredToolSessions.IdOf(organization, "bob"));

        await ReleaseAsync(organization, store => store.ReleaseAsync(organization.Id, database.Main.Time.GetUtcNow(), default));

        (await Sessions.LoadAsync(ofMember, default)).Credential.ShouldNotBeNull();
        (await ClaimAsync(organization)).ShouldHaveSingleItem().Session.ShouldBe(external);
    }

    [ProviderFact]
    public async Task Tenant_releases_or_wipes_all_of_its_sessions_and_no_others()
    {
        var (one, _, _) = await ConnectUserAsync();
        var (other, _, ofOther) = await ConnectUserAsync();
        await ConnectAsync(StoredToolSessions.IdOf(one));

        await ReleaseAsync(other, store => store.ReleaseAsync(one.TenantId, database.Main.Time.GetUtcNow(), default));
        (await ClaimAsync(one)).Count.ShouldBe(2);
        await ConnectAsync(StoredToolSessions.IdOf(one));
        await ReleaseAsync(other, store => store.WipeAsync(one.TenantId, default));

        await using var db = database.Main.OpenContext();
        (await db.ToolSessions.AcrossTenants().CountAsync(row => row.TenantId == one.TenantId)).ShouldBe(0);
        (await db.Revocations.AcrossTenants().CountAsync(row => row.TenantId == one.TenantId)).ShouldBe(0);
        (await Sessions.LoadAsync(ofOther, default)).Credential.ShouldNotBeNull();
    }

    [ProviderFact]
    public async Task Nothing_is_stored_any_more_for_who_has_gone()
    {
        var (organization, user, id) = await ConnectUserAsync();
        var tool = id with { Tool = "slack" };
        var external = StoredToolSessions.IdOf(organization, "bob");
        await using var db = database.Main.OpenContext();
        await db.Users.AcrossTenants().Where(row => row.Id == user).ExecuteUpdateAsync(row => row.SetProperty(one => one.IsActive, false));
        await db.Organizations.AcrossTenants().Where(row => row.Id == organization.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.DeletedAt, StoredToolSessions.Now));

        (await Sessions.SaveAsync(StoredToolSessions.Connected(tool), default)).Error.ShouldBe(ToolSessionErrors.OwnerGone);
        (await Sessions.SaveAsync(StoredToolSessions.Connected(tool with { Owner = OwnerId.User(Guid.NewGuid()) }), default))
            .Error.ShouldBe(ToolSessionErrors.OwnerGone);
        (await Sessions.SaveAsync(StoredToolSessions.Connected(external), default)).Error.ShouldBe(ToolSessionErrors.OwnerGone);
    }

    [ProviderFact]
    public async Task Nothing_is_stored_any_more_in_a_tenant_that_is_deactivated()
    {
        var organization = await database.Main.AddTenantAsync();
        await using var db = database.Main.OpenContext();
        await db.Tenants.Where(tenant => tenant.Id == organization.TenantId)
            .ExecuteUpdateAsync(row => row.SetProperty(tenant => tenant.DeactivatedAt, StoredToolSessions.Now));

        (await Sessions.SaveAsync(StoredToolSessions.Connected(StoredToolSessions.IdOf(organization)), default)).Error.ShouldBe(ToolSessionErrors.OwnerGone);
    }

    [ProviderFact]
    public async Task What_earlier_versions_left_behind_is_collected()
    {
        var (organization, user, id) = await ConnectUserAsync();
        var external = await ConnectAsync(StoredToolSessions.IdOf(organization, "bob"));
        var (_, _, staying) = await ConnectUserAsync();
        var deactivated = await database.Main.AddTenantAsync();
        var there = await ConnectAsync(StoredToolSessions.IdOf(deactivated));
        await using var db = database.Main.OpenContext();
        await db.Users.AcrossTenants().Where(row => row.Id == user).ExecuteUpdateAsync(row => row.SetProperty(one => one.IsActive, false));
        await db.Organizations.AcrossTenants().Where(row => row.Id == organization.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.DeletedAt, StoredToolSessions.Now));
        await db.Tenants.Where(tenant => tenant.Id == deactivated.TenantId)
            .ExecuteUpdateAsync(row => row.SetProperty(tenant => tenant.DeactivatedAt, StoredToolSessions.Now));

        await Queue.CollectAsync(default);

        (await ClaimAsync(organization, deactivated)).Select(entry => entry.Session).ShouldBe([id, external, there], ignoreOrder: true);
        (await Sessions.LoadAsync(staying, default)).Credential.ShouldNotBeNull();
    }

    [ProviderFact]
    public async Task Entry_is_claimed_by_one_node_and_again_after_a_growing_pause()
    {
        var organization = await QueueAsync();

        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ClaimAsync(organization))));

        claims.Sum(claim => claim.Count).ShouldBe(1);
        // The clock runs on by itself: a busy machine may take its time between these lines.
        database.Main.Time.Advance(TimeSpan.FromSeconds(20));
        (await ClaimAsync(organization)).ShouldBeEmpty();
        database.Main.Time.Advance(TimeSpan.FromSeconds(40));
        (await ClaimAsync(organization)).ShouldHaveSingleItem();
        database.Main.Time.Advance(TimeSpan.FromSeconds(70));
        (await ClaimAsync(organization)).ShouldBeEmpty();
    }

    [ProviderFact]
    public async Task Entry_is_wiped_after_a_day_and_what_is_done_at_once()
    {
        var (organization, done) = (await QueueAsync(), await QueueAsync());
        await Queue.RemoveAsync((await ClaimAsync(done)).ShouldHaveSingleItem().Id, default);

        database.Main.Time.Advance(TimeSpan.FromHours(23.9));
        (await Queue.WipeExpiredAsync(default)).ShouldNotContain(session => session.Tenant == organization.TenantId);
        database.Main.Time.Advance(TimeSpan.FromHours(0.2));

        var wiped = await Queue.WipeExpiredAsync(default);
        wiped.ShouldContain(session => session.Tenant == organization.TenantId);
        wiped.ShouldNotContain(session => session.Tenant == done.TenantId);
        (await ClaimAsync(organization)).ShouldBeEmpty();
    }

    private async Task<Organization> QueueAsync()
    {
        var organization = await database.Main.AddTenantAsync();
        await Queue.AddAsync(StoredToolSessions.IdOf(organization), StoredToolSessions.Credential(), default);
        return organization;
    }

    private async Task<(Organization Organization, UserId User, ToolSessionId Session)> ConnectUserAsync()
    {
        var organization = await database.Main.AddTenantAsync();
        var user = await database.Main.AddMemberAsync(organization, "ada");
        return (organization, user, await ConnectAsync(new(organization.TenantId, OwnerId.User(user.Value), "github")));
    }

    private async Task<ToolSessionId> ConnectAsync(ToolSessionId id)
    {
        (await Sessions.SaveAsync(StoredToolSessions.Connected(id), default)).Required();
        return id;
    }

    private async Task ReleaseAsync(Organization organization, Func<IToolSessionStore, Task> release)
    {
        await using var work = await database.Main.BeginAsync(organization);
        await release(work.ToolSessions);
        (await work.CommitAsync(default)).Required();
    }

    /// <summary>What is due of some tenants; the queue is one for all tests of the class.</summary>
    private async Task<IReadOnlyList<QueuedRevocation>> ClaimAsync(params Organization[] organizations) =>
        [.. (await Queue.ClaimAsync(1000, default)).Where(entry => organizations.Any(organization => organization.TenantId == entry.Session.Tenant))];
}

[Provider("sqlite")]
public sealed class SqliteRevocationQueueTests(SqliteDatabase database) : RevocationQueueTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlRevocationQueueTests(PostgreSqlDatabase database) : RevocationQueueTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerRevocationQueueTests(SqlServerDatabase database) : RevocationQueueTests(database), IClassFixture<SqlServerDatabase>;
