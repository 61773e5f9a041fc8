using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Identity;

/// <summary>A person who signs in. Belongs to one tenant, has one home organization, and may be a member of others.</summary>
public sealed class User
{
    private User(UserId id, TenantId tenantId, long number, string email, string username, string passwordHash, SystemRole role,
        OrganizationId organizationId, DateTimeOffset createdAt)
    {
        Id = id;
        TenantId = tenantId;
        Number = number;
        Email = email;
        EmailKey = NameKey.Of(email);
        Username = username;
        UsernameKey = NameKey.Of(username);
        PasswordHash = passwordHash;
        Role = role;
        OrganizationId = organizationId;
        CreatedAt = createdAt;
        UpdatedAt = createdAt;
        SearchText = "";
    }

    public UserId Id { get; private set; }

    public TenantId TenantId { get; private set; }

    /// <summary>The same user as a number, for document 4: random, below 2^53 so that JavaScript reads it right, unique in the tenant.</summary>
    public long Number { get; private set; }

    /// <summary>As it was given; unique in the tenant without regard to case.</summary>
    public string Email { get; private set; }

    public string EmailKey { get; private set; }

    /// <summary>As it was given; unique in the tenant without regard to case.</summary>
    public string Username { get; private set; }

    public string UsernameKey { get; private set; }

    public string? FirstName { get; private set; }

    public string? LastName { get; private set; }

    public string PasswordHash { get; private set; }

    public SystemRole Role { get; private set; }

    /// <summary>False for a user who can't sign in and whose tokens are refused.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>Whether it counts as an owner of what it owns: it can sign in and change things.</summary>
    public bool CanChange => IsActive && Role > SystemRole.Viewer;

    /// <summary>Set by an administrator; signing in does not need it.</summary>
    public bool IsVerified { get; private set; }

    /// <summary>The home organization: the one that administers the user, and the one a request is about where it names none.</summary>
    public OrganizationId OrganizationId { get; private set; }

    /// <summary>What searches look into: e-mail, names and username in lower case.</summary>
    public string SearchText { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Null for never.</summary>
    public DateTimeOffset? LastLoginAt { get; private set; }

    /// <summary>About when the user last called, to a few seconds; null for never.</summary>
    public DateTimeOffset? LastActiveAt { get; private set; }

    public int TotalLogins { get; private set; }

    /// <summary>Null while it is there. A deleted one keeps its row, so that the audit log can name who did what.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>The concurrency token.</summary>
    public long Version { get; private set; }

    /// <param name="number">From 1 to 2^53 - 1, random.</param>
    public static User Create(
        UserId id, TenantId tenantId, long number, string email, string username, string? firstName, string? lastName,
        string passwordHash, SystemRole role, OrganizationId organizationId, DateTimeOffset now)
    {
        var user = new User(id, tenantId, number, email.Trim(), username.Trim(), passwordHash, role, organizationId, now)
        {
            FirstName = Named(firstName),
            LastName = Named(lastName),
        };
        user.Index();
        return user;
    }

    /// <summary>Changes what is given; null leaves a value as it is, an empty name takes it away.</summary>
    public void Rename(string? username, string? firstName, string? lastName, DateTimeOffset now)
    {
        if (username is not null) (Username, UsernameKey) = (username.Trim(), NameKey.Of(username));
        if (firstName is not null) FirstName = Named(firstName);
        if (lastName is not null) LastName = Named(lastName);
        Index();
        UpdatedAt = now;
    }

    public void SetEmail(string email, DateTimeOffset now)
    {
        (Email, EmailKey, UpdatedAt) = (email.Trim(), NameKey.Of(email), now);
        Index();
    }

    public void SetActive(bool active, DateTimeOffset now) => (IsActive, UpdatedAt) = (active, now);

    public void SetVerified(bool verified, DateTimeOffset now) => (IsVerified, UpdatedAt) = (verified, now);

    public void SetRole(SystemRole role, DateTimeOffset now) => (Role, UpdatedAt) = (role, now);

    public void SetPassword(string hash, DateTimeOffset now) => (PasswordHash, UpdatedAt) = (hash, now);

    /// <summary>
    /// Deletes it for good: its e-mail address and username are free, searches do not find it, and its password is forgotten. What it was called stays.
    /// </summary>
    public void Delete(DateTimeOffset now)
    {
        (DeletedAt, UpdatedAt, IsActive) = (now, now, false);
        // Keys are unique in the tenant; no address or name that people can choose is one.
        (EmailKey, UsernameKey) = ($"deleted {Id}", $"deleted {Id}");
        (PasswordHash, SearchText) = ("", "");
    }

    /// <summary>Tells that the user's roles in an organization have changed: of two who change them at once, one loses the race.</summary>
    public void ChangeRoles(DateTimeOffset now) => UpdatedAt = now;

    /// <summary>Counts the login that a registration is. Later ones are counted in the database, past the version: they take part in no race.</summary>
    public void RecordFirstLogin() => (LastLoginAt, LastActiveAt, TotalLogins) = (CreatedAt, CreatedAt, 1);

    /// <summary>Makes an organization the home. The membership is the caller's affair.</summary>
    public void MoveTo(OrganizationId organization, DateTimeOffset now) => (OrganizationId, UpdatedAt) = (organization, now);

    private static string? Named(string? name) => string.IsNullOrWhiteSpace(name) ? null : name.Trim();

    private void Index() => SearchText = string.Join('\n', EmailKey, UsernameKey, NameKey.Of($"{FirstName} {LastName}"));
}
