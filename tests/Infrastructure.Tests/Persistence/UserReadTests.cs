using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Identity;
using ModuleX.Application.Organizations;
using ModuleX.Application.Paging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Infrastructure.Organizations;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Persistence;

public abstract class UserReadTests(TestDatabase database)
{
    private const int Users = 25;

    [ProviderFact]
    public async Task Pages_from_either_end_make_the_whole_list_once()
    {
        var organization = await AddAsync(Users);

        var pages = await PagesAsync(organization, new UserFilter(organization.Id), size: 4);

        pages.SelectMany(page => page.Items).Select(user => user.FirstName).ShouldBe(Enumerable.Range(0, Users).Reverse().Select(number => $"Nr{number}"));
        pages.ShouldAllBe(page => page.Total == Users);
    }

    /// <summary>There may be usernames from before @ was refused in them.</summary>
    [ProviderFact]
    public async Task Login_by_an_address_is_its_owners_though_another_user_is_called_by_it()
    {
        var organization = await database.Main.AddTenantAsync();
        await database.Main.AddMemberAsync(organization, "ann@example.org");
        var owner = await database.Main.AddMemberAsync(organization, "ann");

        (await database.Main.Get<IReader<User>>().FindByLoginNameAsync(organization.TenantId, "Ann@example.org", default))!.Id.ShouldBe(owner);
    }

    [ProviderFact]
    public async Task Account_from_before_accents_were_composed_is_found_as_it_was_typed()
    {
        var (organization, typed) = (await database.Main.AddTenantAsync(), "rene\u0301@example.org");
        var id = await database.Main.AddMemberAsync(organization, "rene\u0301");
        await using (var db = await database.Main.Get<IDbContextFactory<ModuleXDbContext>>().OpenAsync(organization.TenantId, default))
            await db.Users.ExecuteUpdateAsync(row => row.SetProperty(user => user.EmailKey, NameKey.OfOlder(typed)));

        (await database.Main.Get<IReader<User>>().FindByEmailAsync(organization.TenantId, typed, default))!.Id.ShouldBe(id);
        (await database.Main.Get<IReader<User>>().FindByLoginNameAsync(organization.TenantId, typed, default))!.Id.ShouldBe(id);
    }

    [ProviderFact]
    public async Task A_search_counts_what_it_finds_on_a_page_that_is_full_and_on_one_that_is_not()
    {
        var organization = await AddAsync(Users);

        (await FindAsync(organization, new UserFilter(Search: "nr1"), new PageRequest(0, 11))).Total.ShouldBe(11, "1 and 10 to 19: just full");
        (await FindAsync(organization, new UserFilter(Search: "nr1"), new PageRequest(0, 5))).Total.ShouldBe(11);
        (await FindAsync(organization, new UserFilter(Search: "nr1"), new PageRequest(0, 50))).Total.ShouldBe(11);
        (await FindAsync(organization, new UserFilter(Search: "nobody"), new PageRequest(0, 5))).Total.ShouldBe(0);
    }

    [ProviderFact]
    public async Task Behind_the_last_page_is_nothing_but_the_count()
    {
        var organization = await AddAsync(Users);

        var page = await FindAsync(organization, new UserFilter(), new PageRequest(Users, 5));

        page.Items.ShouldBeEmpty();
        page.Total.ShouldBe(Users);
    }

    private async Task<List<Page<UserView>>> PagesAsync(Organization organization, UserFilter filter, int size)
    {
        var pages = new List<Page<UserView>>();
        do pages.Add(await FindAsync(organization, filter, new PageRequest(pages.Count * size, size)));
        while (pages[^1].HasNext);
        return pages;
    }

    private Task<Page<UserView>> FindAsync(Organization organization, UserFilter filter, PageRequest page) =>
        database.Main.Get<IReader<User>>().PageAsync<UserView>(organization.TenantId, new UsersSpec(filter), page, default);

    /// <summary>An organization with users Nr0 and on, two of each second.</summary>
    private async Task<Organization> AddAsync(int users)
    {
        var organization = await database.Main.AddTenantAsync();
        await using var db = database.Main.OpenContext();
        for (var number = 0; number < users; number++)
        {
            var at = StoredToolSessions.Now.AddSeconds(number / 2);
            // In the order of their numbers, also where two are of one second. SQL Server compares the last six bytes first.
            var id = new UserId(new Guid(number, 0, 0x7000, [0x80, 0, (byte)number, .. Guid.NewGuid().ToByteArray()[..5]]));
            db.Add(User.Create(id, organization.TenantId, number + 1, $"u{number}@example.com", $"u{number}", $"Nr{number}", null, "hash",
                SystemRole.User, organization.Id, at));
        }
        await db.SaveChangesAsync();
        return organization;
    }
}

[Provider("sqlite")]
public sealed class SqliteUserReadTests(SqliteDatabase database) : UserReadTests(database), IClassFixture<SqliteDatabase>
{
    private readonly SqliteDatabase _database = database;

    /// <summary>
    /// SQLite has no statistics: an index that names less of the question can win, and then an organization's list costs what the tenant's does.
    /// </summary>
    [Theory]
    [InlineData("users")]
    [InlineData("audit_logs")]
    [InlineData("roles")]
    [InlineData("locations")]
    [InlineData("memberships")]
    [InlineData("memberships in order")]
    public async Task What_an_organization_has_is_found_without_looking_at_the_other_ones(string table)
    {
        var organization = await _database.Main.AddTenantAsync();
        await using var db = _database.Main.OpenContext();
        db.Tenant = organization.TenantId;
        var query = table switch
        {
            "users" => Newest(db.Users.Where(user => user.OrganizationId == organization.Id && user.IsActive && user.SearchText.Contains("an")),
                user => user.CreatedAt),
            "audit_logs" => Newest(db.AuditEntries.Where(entry => entry.OrganizationId == organization.Id), entry => entry.CreatedAt),
            "memberships" => Members(db, organization).Select(row => (object)row.User.Id),
            "memberships in order" => Members(db, organization).InOrderOf(new MemberFilter()).Take(20),
            "roles" => Newest(db.Roles.Where(role => role.OrganizationId == organization.Id), role => role.CreatedAt),
            _ => Newest(db.Locations.Where(location => location.OrganizationId == organization.Id), location => location.CreatedAt),
        };

        var plan = await PlanAsync(db, query);

        plan.ShouldContain("organization_id=?");
        plan.ShouldNotContain("(tenant_id=?)");
        plan.ShouldNotContain("SCAN");
    }

    private static IQueryable<MemberRow> Members(ModuleXDbContext db, Organization organization) =>
        MemberQueries.Members(db, db.Users.Matching(new MatchingUsersSpec(new UserFilter(Search: "an"))), organization.Id);

    private static IQueryable<object> Newest<T>(IQueryable<T> rows, Expression<Func<T, DateTimeOffset>> time)
        where T : class => rows.OrderByDescending(time).Take(20);

    private static async Task<string> PlanAsync(ModuleXDbContext db, IQueryable<object> query)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = query.CreateDbCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync()) steps.Add(reader.GetString(3));
        return string.Join('\n', steps);
    }
}

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlUserReadTests(PostgreSqlDatabase database) : UserReadTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerUserReadTests(SqlServerDatabase database) : UserReadTests(database), IClassFixture<SqlServerDatabase>;
