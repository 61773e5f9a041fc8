using System.Text.Json;
using System.Text.RegularExpressions;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Organizations;

/// <summary>A group of people and agents inside a tenant. Service keys and what they connect belong to one.</summary>
public sealed partial class Organization
{
    /// <summary>The slug of the organization that every tenant has.</summary>
    public const string DefaultSlug = "default";

    /// <summary>How many users an organization may have by default.</summary>
    public const int DefaultMaxUsers = 100;

    /// <summary>How many tools an organization may install by default.</summary>
    public const int DefaultMaxTools = 50;

    /// <summary>The highest limit of users, and that of the default organization, which everybody joins.</summary>
    public const int HighestMaxUsers = 1_000_000;

    /// <summary>The highest limit of tools, and that of the default organization.</summary>
    public const int HighestMaxTools = 10_000;

    private Organization(OrganizationId id, TenantId tenantId, string slug, string name, bool isDefault, DateTimeOffset createdAt)
    {
        Id = id;
        TenantId = tenantId;
        Slug = slug;
        Name = name;
        IsDefault = isDefault;
        CreatedAt = createdAt;
        UpdatedAt = createdAt;
        (MaxUsers, MaxTools) = isDefault ? (HighestMaxUsers, HighestMaxTools) : (DefaultMaxUsers, DefaultMaxTools);
    }

    public OrganizationId Id { get; private set; }

    public TenantId TenantId { get; private set; }

    /// <summary>Unique in the tenant: 2 to 50 of <c>a-z</c>, <c>0-9</c> and <c>-</c>. Never changes.</summary>
    public string Slug { get; private set; }

    /// <summary>For people; 1 to 255 characters.</summary>
    public string Name { get; private set; }

    public string? Description { get; private set; }

    /// <summary>An internet domain in lower case, unique in the tenant; null for none.</summary>
    public string? Domain { get; private set; }

    public int MaxUsers { get; private set; }

    public int MaxTools { get; private set; }

    /// <summary>False for one whose members can't act in it.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>True for exactly one organization of a tenant.</summary>
    public bool IsDefault { get; private set; }

    /// <summary>The organization's own settings: a JSON object.</summary>
    public string Settings { get; private set; } = "{}";

    /// <summary>
    /// Whether people join it by registering, as far as registration is open: the default one, and one whose settings say <c>"registration": "open"</c>.
    /// </summary>
    public bool IsOpenToRegistration
    {
        get
        {
            if (IsDefault) return true;
            using var settings = JsonDocument.Parse(Settings);
            return settings.RootElement.TryGetProperty("registration", out var value) && value.ValueKind == JsonValueKind.String && value.ValueEquals("open");
        }
    }

    /// <summary>How many members it has; counted with each membership, so that the limit holds when two join at once.</summary>
    public int MemberCount { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Who made it; null for the command line, and for the default one.</summary>
    public UserId? CreatedBy { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>When its tools were last brought in line with the catalog; null for never.</summary>
    public DateTimeOffset? ToolsSyncedAt { get; private set; }

    /// <summary>Null while it is there. A deleted one keeps its row, so that its history can be told.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>The concurrency token.</summary>
    public long Version { get; private set; }

    /// <summary>A new organization, or what is wrong with its slug or name.</summary>
    public static Result<Organization> Create(
        OrganizationId id, TenantId tenantId, string slug, string name, bool isDefault, DateTimeOffset now, UserId? createdBy = null)
    {
        if (!SlugPattern().IsMatch(slug)) return OrganizationErrors.SlugInvalid;
        if (name.Trim().Length is 0 or > 255) return OrganizationErrors.NameInvalid;
        return new Organization(id, tenantId, slug, name.Trim(), isDefault, now) { CreatedBy = createdBy };
    }

    /// <summary>Changes what is given; null leaves a value as it is, an empty domain or description takes it away.</summary>
    /// <returns>The names of the fields that were given, in the wire's snake_case.</returns>
    public Result<IReadOnlyList<string>> Change(OrganizationChange change, DateTimeOffset now)
    {
        if (change.Name is { } named && named.Trim().Length is 0 or > 255) return OrganizationErrors.NameInvalid;
        if (IsDefault && change.IsActive == false) return OrganizationErrors.DefaultStays;
        if (change.MaxUsers < MemberCount) return OrganizationErrors.LimitBelowMembers(MemberCount);
        var changed = new List<string>();
        if (change.Name is { } name) Set("name", () => Name = name.Trim());
        if (change.Description is { } description) Set("description", () => Description = description.Trim() is { Length: > 0 } text ? text : null);
        if (change.Domain is { } domain) Set("domain", () => Domain = NameKey.Of(domain) is { Length: > 0 } text ? text : null);
        if (change.MaxUsers is { } users) Set("max_users", () => MaxUsers = users);
        if (change.MaxTools is { } tools) Set("max_tools", () => MaxTools = tools);
        if (change.IsActive is { } active) Set("is_active", () => IsActive = active);
        if (change.Settings is { } settings) Set("settings", () => Settings = settings);
        if (changed.Count > 0) UpdatedAt = now;
        return changed;

        void Set(string field, Action set)
        {
            set();
            changed.Add(field);
        }
    }

    public void NoteSync(DateTimeOffset now) => ToolsSyncedAt = now;

    public Result<Done> Delete(DateTimeOffset now)
    {
        if (IsDefault) return OrganizationErrors.DefaultStays;
        (DeletedAt, UpdatedAt, IsActive) = (now, now, false);
        return Done.Result;
    }

    [GeneratedRegex(@"^[a-z0-9-]{2,50}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SlugPattern();
}

/// <summary>What to change about an organization; null leaves a value as it is.</summary>
/// <param name="Settings">The whole JSON object.</param>
public sealed record OrganizationChange(
    string? Name = null, string? Description = null, string? Domain = null, int? MaxUsers = null, int? MaxTools = null, bool? IsActive = null,
    string? Settings = null);
