using ModuleX.Domain.Organizations;
using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Idempotency;

/// <summary>
/// Remembers what was asked with an idempotency key, and what was answered, for a day (the IETF draft "The Idempotency-Key HTTP Header Field").
/// </summary>
public interface IIdempotencyKeys
{
    /// <summary>Takes a key, in one step with the check: of any number of callers at once one begins.</summary>
    /// <param name="fingerprint">Tells one request from another: the same for the same arguments.</param>
    Task<IdempotencyState> BeginAsync(IdempotencyKey key, string fingerprint, CancellationToken cancellationToken);

    /// <summary>Keeps the answer of the one that began.</summary>
    Task CompleteAsync(IdempotencyKey key, ReadOnlyMemory<byte> answer, CancellationToken cancellationToken);

    /// <summary>Gives a key back, where nothing was done with it.</summary>
    Task ReleaseAsync(IdempotencyKey key, CancellationToken cancellationToken);
}

/// <summary>A key, as it was sent for one owner in one organization. Others' equal texts are other keys.</summary>
/// <param name="Organization">Null where the run counts for none.</param>
/// <param name="Text">1 to 255 characters.</param>
public sealed record IdempotencyKey(TenantId Tenant, OrganizationId? Organization, OwnerId Owner, string Text)
{
    /// <summary>Different for different keys: an external name may hold a slash, so its length stands before it.</summary>
    public override string ToString() =>
        Owner.FindUser() is { } user ? $"{Tenant}/{Organization}/{user}/{Text}" : $"{Tenant}/{Organization}/{Owner.Name.Length}:{Owner.Name}/{Text}";
}

/// <summary>How a key stands.</summary>
public abstract record IdempotencyState
{
    private IdempotencyState()
    {
    }

    /// <summary>It was free, and is the caller's now.</summary>
    public sealed record Begun : IdempotencyState;

    /// <summary>A request has begun with it and not answered yet.</summary>
    public sealed record InFlight : IdempotencyState;

    /// <summary>It was sent with other arguments.</summary>
    public sealed record OtherRequest : IdempotencyState;

    public sealed record Answered(ReadOnlyMemory<byte> Answer) : IdempotencyState;
}
