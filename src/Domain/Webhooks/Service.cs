using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Webhooks;

/// <summary>
/// A service of others that a tenant has registered: it sends webhooks, its health is watched, and its records are pulled. Knows cipher text only.
/// </summary>
public sealed class Service
{
    private Service(ServiceId id, TenantId tenantId, string name, string baseUrl, DateTimeOffset createdAt)
    {
        Id = id;
        TenantId = tenantId;
        Name = name;
        NameKey = KeyOf(name);
        BaseUrl = baseUrl;
        CreatedAt = createdAt;
        UpdatedAt = createdAt;
        CheckDueAt = createdAt;
    }

    public ServiceId Id { get; private set; }

    public TenantId TenantId { get; private set; }

    /// <summary>A segment of the path to which its webhooks are sent: 1 to 100 letters, digits, <c>.</c>, <c>_</c> and <c>-</c>.</summary>
    public string Name { get; private set; }

    /// <summary>What is unique in the tenant.</summary>
    public string NameKey { get; private set; }

    /// <summary>An absolute http or https address without a slash at the end.</summary>
    public string BaseUrl { get; private set; }

    /// <summary>What webhooks are signed with; null where they need no signature.</summary>
    public SealedSecret? SealedSecret { get; private set; }

    /// <summary>How they are signed; null for document 4's own form and Standard Webhooks. Not null only where there is a secret.</summary>
    public ServiceSignature? Signature { get; private set; }

    /// <summary>Nothing is taken from an inactive one, and nothing asked of it.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>When its health is looked at next. The node that moves it on does the looking.</summary>
    public DateTimeOffset CheckDueAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The concurrency token.</summary>
    public long Version { get; private set; }

    /// <param name="baseUrl">Checked already.</param>
    public static Service Register(ServiceId id, TenantId tenant, string name, string baseUrl, bool isActive, DateTimeOffset now) =>
        new(id, tenant, name, Trimmed(baseUrl), now) { IsActive = isActive };

    /// <summary>Changes what is given; null leaves a value as it is.</summary>
    public void Change(string? name, string? baseUrl, bool? isActive, DateTimeOffset now)
    {
        Name = name ?? Name;
        NameKey = KeyOf(Name);
        BaseUrl = baseUrl is null ? BaseUrl : Trimmed(baseUrl);
        IsActive = isActive ?? IsActive;
        UpdatedAt = now;
        // What is known of its health may be about another address.
        CheckDueAt = now;
    }

    /// <param name="secret">Null for none.</param>
    /// <param name="signature">Null for the default.</param>
    public void Sign(SealedSecret? secret, ServiceSignature? signature, DateTimeOffset now) => (SealedSecret, Signature, UpdatedAt) = (secret, signature, now);

    public static string KeyOf(string name) => Identity.NameKey.Of(name);

    private static string Trimmed(string baseUrl) => baseUrl.TrimEnd('/');
}
