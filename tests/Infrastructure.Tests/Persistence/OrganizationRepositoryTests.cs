using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Persistence;

public abstract class OrganizationRepositoryTests(TestDatabase database)
{
    private IOrganizationRepository Repository => database.Main.Get<IOrganizationRepository>();

    [ProviderFact]
    public async Task The_first_start_made_the_default_tenant_and_organization()
    {
        var tenant = await Repository.FindTenantAsync(Tenant.DefaultDomain, default);

        var organization = await Repository.FindAsync(tenant!.Id, Organization.DefaultSlug, default);

        organization!.ShouldSatisfyAllConditions(found => found.IsDefault.ShouldBeTrue(), found => found.Name.ShouldBe("Default"));
    }

    [ProviderFact]
    public async Task A_slug_is_taken_once_in_a_tenant()
    {
        var (one, other) = (await database.Main.AddTenantAsync(), await database.Main.AddTenantAsync());
        await AddAsync(New(one.TenantId, "sales"));

        await Should.ThrowAsync<DbUpdateException>(() => AddAsync(New(one.TenantId, "sales")));
        await Should.NotThrowAsync(() => AddAsync(New(other.TenantId, "sales")));
    }

    [ProviderFact]
    public async Task The_slug_of_a_deleted_organization_is_free()
    {
        var tenant = (await database.Main.AddTenantAsync()).TenantId;
        var deleted = New(tenant, "sales");
        deleted.Delete(StoredToolSessions.Now).Required();
        await AddAsync(deleted);

        await Should.NotThrowAsync(() => AddAsync(New(tenant, "sales")));
        (await Repository.FindAsync(tenant, "sales", default))!.Id.ShouldNotBe(deleted.Id);
    }

    [ProviderFact]
    public async Task A_tenant_has_one_default_organization()
    {
        var tenant = (await database.Main.AddTenantAsync()).TenantId;
        await using var db = database.Main.OpenContext();
        db.Add(New(tenant, "second", isDefault: true));

        var refused = await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());

        refused.InnerException!.Message.ShouldContain("organizations", Case.Insensitive);
    }

    [ProviderFact]
    public async Task Unknown_names_are_null()
    {
        (await Repository.FindTenantAsync("nobody", default)).ShouldBeNull();
        (await Repository.FindAsync((await database.Main.AddTenantAsync()).TenantId, "nothing", default)).ShouldBeNull();
    }

    private async Task AddAsync(Organization organization)
    {
        await using var db = database.Main.OpenContext();
        db.Add(organization);
        await db.SaveChangesAsync();
    }

    private static Organization New(TenantId tenant, string slug, bool isDefault = false) =>
        Organization.Create(new OrganizationId(Guid.CreateVersion7()), tenant, slug, slug, isDefault, StoredToolSessions.Now).Required();
}

[Provider("sqlite")]
public sealed class SqliteOrganizationRepositoryTests(SqliteDatabase database) : OrganizationRepositoryTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlOrganizationRepositoryTests(PostgreSqlDatabase database) : OrganizationRepositoryTests(database),
    IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerOrganizationRepositoryTests(SqlServerDatabase database) : OrganizationRepositoryTests(database), IClassFixture<SqlServerDatabase>;
