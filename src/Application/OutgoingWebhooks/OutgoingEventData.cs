using System.Text.Json;
using System.Text.Json.Serialization;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.OutgoingWebhooks;

/// <summary>The <c>data</c> of <c>connection.*</c>.</summary>
/// <param name="State">Where the connection stands now: <c>active</c>, <c>needs_reconnect</c>, <c>refresh_failed</c> or <c>disconnected</c>.</param>
/// <param name="Error">Why; null where nothing failed.</param>
public sealed record ConnectionEventData(string Tool, string Account, OwnerEventData Owner, Guid OrganizationId, string State, ErrorEventData? Error)
{
    /// <param name="organization">Whose endpoints are told: the external owner's, or a user's home.</param>
    public static ConnectionEventData Of(ToolSessionId session, ConnectionChange change, OrganizationId organization) =>
        new(session.Tool, session.Account, OwnerEventData.Of(session.Owner), organization.Value, StateOf(change.Kind), ErrorEventData.Of(change.Error));

    /// <summary>Of <see cref="OutgoingEventTypes"/>.</summary>
    public static string TypeOf(ConnectionChangeKind kind) => kind switch
    {
        ConnectionChangeKind.Created => OutgoingEventTypes.ConnectionCreated,
        ConnectionChangeKind.NeedsReconnect => OutgoingEventTypes.ConnectionNeedsReconnect,
        ConnectionChangeKind.RefreshFailed => OutgoingEventTypes.ConnectionRefreshFailed,
        _ => OutgoingEventTypes.ConnectionDeleted,
    };

    public string ToJson() => JsonSerializer.Serialize(this, EventDataJson.Default.ConnectionEventData);

    private static string StateOf(ConnectionChangeKind kind) => kind switch
    {
        ConnectionChangeKind.Created => "active",
        ConnectionChangeKind.NeedsReconnect => "needs_reconnect",
        ConnectionChangeKind.RefreshFailed => "refresh_failed",
        _ => "disconnected",
    };
}

/// <param name="Type"><c>user</c> or <c>external</c>.</param>
/// <param name="Id">The user's id, or the name by which the organization's own backend knows the owner.</param>
public sealed record OwnerEventData(string Type, string Id)
{
    public static OwnerEventData Of(OwnerId owner) => new(owner.FindUser() is null ? "external" : "user", owner.Name);
}

/// <summary>Why something failed, as callers of the API are told.</summary>
public sealed record ErrorEventData(string Code, string Message)
{
    public static ErrorEventData? Of(Error? error) => error is null ? null : new(error.Code, error.Message);
}

/// <summary>The <c>data</c> of <c>run.failed</c>.</summary>
/// <param name="OwnerId">The user's id, or the external owner's name.</param>
/// <param name="OrganizationId">Null for a run outside of one, which only its user is told of.</param>
public sealed record RunEventData(
    string? Tool, string? Action, string? OwnerId, Guid? OrganizationId, DateTime StartedAt, long? DurationMs, ErrorEventData Error)
{
    /// <param name="entry">The record of a run that failed.</param>
    public static RunEventData Of(RecordEntry entry) => new(
        entry.ToolName, entry.ActionName, entry.UserId, entry.OrganizationId?.Value, entry.At.UtcDateTime, entry.DurationMicroseconds / 1000,
        new(entry.Code ?? "", entry.Message));

    public string ToJson() => JsonSerializer.Serialize(this, EventDataJson.Default.RunEventData);
}

/// <summary>The <c>data</c> of <c>webhook.*</c>.</summary>
/// <param name="Reason">Of <see cref="DisabledReasons"/>; null for a test.</param>
public sealed record WebhookEventData(Guid WebhookId, Guid OrganizationId, string? Reason)
{
    public string ToJson() => JsonSerializer.Serialize(this, EventDataJson.Default.WebhookEventData);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ConnectionEventData))]
[JsonSerializable(typeof(RunEventData))]
[JsonSerializable(typeof(WebhookEventData))]
internal sealed partial class EventDataJson : JsonSerializerContext;
