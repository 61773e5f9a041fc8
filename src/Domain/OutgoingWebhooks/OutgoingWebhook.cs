using System.Collections.Immutable;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Domain.OutgoingWebhooks;

/// <summary>An endpoint of an organization that is sent events. Knows its secrets as cipher text only.</summary>
public sealed class OutgoingWebhook
{
    /// <summary>How long the old secret signs beside the new one.</summary>
    public static readonly TimeSpan SecretOverlap = TimeSpan.FromHours(24);

    /// <summary>How many an organization may have: each event is sent to all of them.</summary>
    public const int MaximumPerOrganization = 50;

    public const int MaximumUrlLength = 2000;

    public const int MaximumDescriptionLength = 500;

    private OutgoingWebhook(
        OutgoingWebhookId id, TenantId tenantId, OrganizationId organizationId, string url, string description, ImmutableSortedSet<string> events,
        SealedSecret secret, DateTimeOffset createdAt)
    {
        Id = id;
        TenantId = tenantId;
        OrganizationId = organizationId;
        Url = url;
        Description = description;
        Events = events;
        Secret = secret;
        CreatedAt = createdAt;
        UpdatedAt = createdAt;
    }

    public OutgoingWebhookId Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public OrganizationId OrganizationId { get; private set; }

    /// <summary>An absolute address. It may hold a token of the receiver's, so only admins of the organization see it.</summary>
    public string Url { get; private set; }

    /// <summary>Empty for none.</summary>
    public string Description { get; private set; }

    /// <summary>Of <see cref="OutgoingEventTypes.All"/>; empty for all, future ones included.</summary>
    public ImmutableSortedSet<string> Events { get; private set; }

    public SealedSecret Secret { get; private set; }

    /// <summary>The secret before the last rotation; of use until <see cref="PreviousSecretUntil"/>.</summary>
    public SealedSecret? PreviousSecret { get; private set; }

    public DateTimeOffset? PreviousSecretUntil { get; private set; }

    public bool IsEnabled { get; private set; } = true;

    /// <summary>Of <see cref="DisabledReasons"/>; null for one that is enabled.</summary>
    public string? DisabledReason { get; private set; }

    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>Since when every attempt has failed; null where the last one did not.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The concurrency token.</summary>
    public long Version { get; private set; }

    /// <param name="url">Checked already.</param>
    /// <param name="events">Empty for all.</param>
    public static OutgoingWebhook Create(
        OutgoingWebhookId id, TenantId tenant, OrganizationId organization, string url, string description, ImmutableSortedSet<string> events,
        SealedSecret secret, DateTimeOffset now) => new(id, tenant, organization, url, description, events, secret, now);

    /// <summary>Changes what is given; null leaves a value as it is.</summary>
    public void Change(string? url, string? description, ImmutableSortedSet<string>? events, DateTimeOffset now)
    {
        // What is known of the old address says nothing of the new one.
        if (url is not null && url != Url) FailingSince = null;
        (Url, Description, Events, UpdatedAt) = (url ?? Url, description ?? Description, events ?? Events, now);
    }

    /// <summary>Signs with another secret from now on, and for a day with the old one too.</summary>
    public void Rotate(SealedSecret secret, DateTimeOffset now) =>
        (PreviousSecret, PreviousSecretUntil, Secret, UpdatedAt) = (Secret, now + SecretOverlap, secret, now);

    public void Enable(DateTimeOffset now)
    {
        if (IsEnabled) return;
        (IsEnabled, DisabledReason, DisabledAt, FailingSince, UpdatedAt) = (true, null, null, null, now);
    }

    /// <param name="reason">Of <see cref="DisabledReasons"/>.</param>
    /// <returns>False where it is disabled already.</returns>
    public bool Disable(string reason, DateTimeOffset now)
    {
        if (!IsEnabled) return false;
        (IsEnabled, DisabledReason, DisabledAt, UpdatedAt) = (false, reason, now, now);
        return true;
    }

    /// <summary>Whether it is to be sent events of a type.</summary>
    public bool Wants(string type) => IsEnabled && (Events.IsEmpty || Events.Contains(type));

    /// <summary>What signs now, the newest first: two for a day after a rotation.</summary>
    public ImmutableArray<SealedSecret> SecretsAt(DateTimeOffset now) =>
        PreviousSecret is { } previous && PreviousSecretUntil > now ? [Secret, previous] : [Secret];
}

/// <summary>Why an endpoint is sent nothing.</summary>
public static class DisabledReasons
{
    /// <summary>A person switched it off.</summary>
    public const string ByUser = "by_user";

    /// <summary>It answered 410.</summary>
    public const string Gone = "gone";

    /// <summary>Every attempt failed, for days.</summary>
    public const string Failing = "failing";
}
