using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Domain.ToolSessions;

/// <summary>
/// Who a session belongs to: a user of ModuleX, an external owner, whom an organization's own backend knows and names, or an organization that shares it.
/// Two organizations' external owners never meet, even with the same name.
/// </summary>
public readonly record struct OwnerId
{
    /// <summary>The longest name of an external owner, in characters.</summary>
    public const int MaximumNameLength = 128;

    private const string UserPrefix = "user:";
    private const string OrganizationPrefix = "org:";

    private OwnerId(string value, string name)
    {
        Value = value;
        Name = name;
    }

    /// <summary>The whole identity as stored: <c>user:{id}</c>, <c>ext:{organization}:{name}</c> or <c>org:{organization}</c>.</summary>
    public string Value { get; }

    /// <summary>What callers call the owner: the user's or the organization's id, or the external name.</summary>
    public string Name { get; }

    public static OwnerId User(Guid userId) => new($"{UserPrefix}{userId:D}", userId.ToString("D"));

    public static OwnerId External(OrganizationId organization, string name) => new(PrefixOf(organization) + name, name);

    /// <summary>The organization itself, as the owner of what it shares.</summary>
    public static OwnerId Organization(OrganizationId organization) => new($"{OrganizationPrefix}{organization}", organization.ToString());

    /// <summary>What <see cref="Value"/> of all external owners of an organization begins with.</summary>
    public static string PrefixOf(OrganizationId organization) => $"ext:{organization}:";

    /// <summary>Reads what <see cref="Value"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no owner.</exception>
    public static OwnerId Parse(string value)
    {
        if (value.StartsWith(UserPrefix, StringComparison.Ordinal)) return new(value, value[UserPrefix.Length..]);
        if (value.StartsWith(OrganizationPrefix, StringComparison.Ordinal)) return new(value, value[OrganizationPrefix.Length..]);
        // ext: + 36 characters of a UUID + :
        if (value.StartsWith("ext:", StringComparison.Ordinal) && value.Length > 41) return new(value, value[41..]);
        throw new FormatException("Not an owner's id.");
    }

    /// <summary>Whether an organization shares what it owns.</summary>
    public bool IsOrganization => Value.StartsWith(OrganizationPrefix, StringComparison.Ordinal);

    /// <summary>What kind of owner it is, for programs.</summary>
    public string TypeName => IsOrganization ? "organization" : FindUser() is null ? "external" : "user";

    /// <summary>The user; null for other owners.</summary>
    public UserId? FindUser() => Value.StartsWith(UserPrefix, StringComparison.Ordinal) ? new UserId(Guid.Parse(Name)) : null;

    /// <summary>The organization that shares, or whose backend names the external owner; null for a user.</summary>
    public OrganizationId? FindOrganization() =>
        Value.StartsWith(UserPrefix, StringComparison.Ordinal) ? null : new OrganizationId(Guid.Parse(Value.AsSpan(4, 36)));

    public override string ToString() => Value;
}
