using System.Collections.Immutable;

namespace ModuleX.Domain.OutgoingWebhooks;

/// <summary>The types of events that are sent to organizations. A new type is one more line here, and a row written where it happens.</summary>
public static class OutgoingEventTypes
{
    /// <summary>A connection was made, or made anew after it needed that.</summary>
    public const string ConnectionCreated = "connection.created";

    /// <summary>The service refused a credential for good: the owner must connect again.</summary>
    public const string ConnectionNeedsReconnect = "connection.needs_reconnect";

    /// <summary>A token could not be refreshed, for a reason that may pass; told once, until a refresh works again.</summary>
    public const string ConnectionRefreshFailed = "connection.refresh_failed";

    /// <summary>The owner disconnected, or is gone.</summary>
    public const string ConnectionDeleted = "connection.deleted";

    public const string RunFailed = "run.failed";

    /// <summary>An endpoint is sent nothing more, because it fails. Told to the organization's others.</summary>
    public const string WebhookDisabled = "webhook.disabled";

    /// <summary>Sent on demand to one endpoint, whatever it has chosen.</summary>
    public const string WebhookTest = "webhook.test";

    /// <summary>What an endpoint may choose.</summary>
    public static ImmutableSortedSet<string> All { get; } = ImmutableSortedSet.Create(
        StringComparer.Ordinal, ConnectionCreated, ConnectionNeedsReconnect, ConnectionRefreshFailed, ConnectionDeleted, RunFailed, WebhookDisabled);
}
