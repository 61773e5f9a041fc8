using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Security;

/// <summary>A tenant's data key. Secrets name it by its id, so it stays for as long as the tenant, retired or not.</summary>
internal sealed class DataKeyRow
{
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    /// <summary>The key, protected by Data Protection under a purpose of the tenant.</summary>
    public required byte[] Wrapped { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null for the one key of the tenant that new secrets are sealed with.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>When everything that it had sealed was sealed with a newer key; null until then, so an interrupted rotation is noticed.</summary>
    public DateTimeOffset? ReplacedAt { get; init; }
}
