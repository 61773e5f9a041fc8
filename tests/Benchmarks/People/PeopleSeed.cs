using Bogus;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers.Sqlite;
using ModuleX.Infrastructure.Security.Passwords;

namespace ModuleX.Benchmarks.People;

/// <summary>
/// Organizations with people in them, written past the server into its stopped database, and as registrations leave them: membership, place taken, role.
/// The first of each organization is its owner. All have one password, and one hash of it: salts of their own would take an hour.
/// </summary>
internal sealed class PeopleSeed(string database)
{
    public const string Password = "Correct-Horse-7";

    /// <summary>A name that one user and one organization have.</summary>
    public const string RareName = "Quetzalcoatl";

    private const int Seed = 20;
    private const int OrganizationsABatch = 50;

    private readonly Faker _faker = new() { Random = new Randomizer(Seed) };
    private readonly DateTimeOffset _now = DateTimeOffset.UtcNow;

    /// <summary>The e-mail addresses, organization after organization, the owner first.</summary>
    public async Task<SeededPeople> WriteAsync(int organizations, int usersEach)
    {
        using var passwords = new FrameworkPasswords(Options.Create(new PasswordOptions()));
        var hash = await passwords.HashAsync(Password, default);
        var emails = new List<string>(organizations * usersEach);
        var ids = new List<OrganizationId>(organizations);
        foreach (var numbers in Enumerable.Range(0, organizations).Chunk(OrganizationsABatch))
        {
            await using var db = await OpenAsync();
            var permissions = await db.Permissions.ToListAsync();
            foreach (var number in numbers)
            {
                var (organization, member) = AddOrganization(db, number, usersEach, permissions);
                ids.Add(organization.Id);
                for (var place = 0; place < usersEach; place++) emails.Add(AddUser(db, organization, member, number, place, usersEach, hash));
            }
            await db.SaveChangesAsync();
        }
        return new(ids, emails, usersEach);
    }

    private async Task<ModuleXDbContext> OpenAsync()
    {
        var options = new DbContextOptionsBuilder<SqliteModuleXDbContext>();
        SqliteProvider.Configure(options, $"Data Source={database};Pooling=False");
        var db = new SqliteModuleXDbContext(options.Options);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.Tenant = await db.Tenants.Where(tenant => tenant.Domain == Tenant.DefaultDomain).Select(tenant => tenant.Id).SingleAsync();
        return db;
    }

    private (Organization Organization, Role Member) AddOrganization(ModuleXDbContext db, int number, int users, List<Permission> permissions)
    {
        var name = number == 7 ? RareName : _faker.Company.CompanyName();
        var organization = Organization.Create(new(NewId(_now)), db.Tenant, FormattableString.Invariant($"organization-{number}"), name,
            isDefault: false, _now).Required();
        db.Add(organization).Property(row => row.MemberCount).CurrentValue = users;
        var (roles, links) = StartingAccess.RolesOf(db.Tenant, organization.Id, permissions, () => NewId(_now), _now);
        db.AddRange(roles);
        db.AddRange(links);
        return (organization, roles.Single(role => role.Name == PermissionNames.MemberRole));
    }

    private string AddUser(ModuleXDbContext db, Organization organization, Role member, int number, int place, int usersEach, string hash)
    {
        // In the order of time, neighbours are of different organizations.
        var at = _now.AddDays(-365).AddMinutes((place * 10) + (number * 0.01));
        var (first, last) = (_faker.Name.FirstName(), number == 11 && place == usersEach / 2 ? RareName : _faker.Name.LastName());
        var username = FormattableString.Invariant($"{first}.{last}{(number * usersEach) + place}");
        var email = $"{username.Replace("'", "", StringComparison.Ordinal)}@example.com";
        var user = User.Create(
            new(NewId(at)), db.Tenant, _faker.Random.Long(1, (1L << 53) - 1), email, username, first, last, hash, SystemRole.User, organization.Id, at);
        db.Add(user);
        db.Add(new Membership(db.Tenant, organization.Id, user.Id, place == 0 ? MembershipRole.Owner : MembershipRole.Member, at));
        db.Add(new UserRole(db.Tenant, user.Id, member.Id));
        return email;
    }

    private static Guid NewId(DateTimeOffset at) => Guid.CreateVersion7(at);
}

/// <param name="Emails">Organization after organization, the owner first.</param>
internal sealed record SeededPeople(IReadOnlyList<OrganizationId> Organizations, IReadOnlyList<string> Emails, int UsersEach);
