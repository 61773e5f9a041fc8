using System.Text.Json;
using System.Text.Json.Serialization;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.OutgoingWebhooks;

/// <summary>The <c>data</c> of <c>connection.*</c>.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="State">Where the connection stands now: <c>active</c>, <c>needs_reconnect</c>, <c>refresh_failed</c> or <c>disconnected</c>.</param>
/// <param name="Error">Why; null where nothing failed.</param>
public sealed record ConnectionEventData(
    Guid ConnectionId, string Tool, string Account, string Name, OwnerEventData Owner, Guid OrganizationId, string State, ErrorEventData? Error)
{
    /// <param name="session">As it is now, or was before it was deleted.</param>
    /// <param name="organization">Whose endpoints are told: the external owner's, a user's home, or the one that shares it.</param>
    public static ConnectionEventData Of(ToolSessionSnapshot session, ConnectionEvent happened, OrganizationId organization) => new(
        session.ConnectionId, session.Id.Tool, session.Id.Account, session.Name ?? session.Id.Account, OwnerEventData.Of(session.Id.Owner),
        organization.Value, StateOf(happened.Kind), ErrorEventData.Of(happened.Error));

    /// <summary>Of <see cref="OutgoingEventTypes"/>.</summary>
    public static string TypeOf(ConnectionEventKind kind) => kind switch
    {
        ConnectionEventKind.Created => OutgoingEventTypes.ConnectionCreated,
        ConnectionEventKind.NeedsReconnect => OutgoingEventTypes.ConnectionNeedsReconnect,
        ConnectionEventKind.RefreshFailed => OutgoingEventTypes.ConnectionRefreshFailed,
        _ => OutgoingEventTypes.ConnectionDeleted,
    };

    public string ToJson() => JsonSerializer.Serialize(this, EventDataJson.Default.ConnectionEventData);

    private static string StateOf(ConnectionEventKind kind) => kind switch
    {
        ConnectionEventKind.Created => "active",
        ConnectionEventKind.NeedsReconnect => "needs_reconnect",
        ConnectionEventKind.RefreshFailed => "refresh_failed",
        _ => "disconnected",
    };
}

/// <param name="Type"><c>user</c>, <c>external</c> or <c>organization</c>.</param>
/// <param name="Id">The id of the user or the organization, or the name by which the organization's own backend knows the owner.</param>
public sealed record OwnerEventData(string Type, string Id)
{
    public static OwnerEventData Of(OwnerId owner) => new(owner.TypeName, owner.Name);
}

/// <summary>Why something failed, as callers of the API are told.</summary>
public sealed record ErrorEventData(string Code, string Message)
{
    public static ErrorEventData? Of(Error? error) => error is null ? null : new(error.Code, error.Message);
}

/// <summary>The <c>data</c> of <c>run.failed</c>.</summary>
/// <param name="OwnerId">The user's id, or the external owner's name.</param>
/// <param name="OrganizationId">Null for a run outside of an organization; it is sent to the user alone.</param>
public sealed record RunEventData(
    Guid? RunId, Guid? ConnectionId, string? Tool, string? Action, string? OwnerId, Guid? OrganizationId, DateTime StartedAt, long? DurationMs,
    ErrorEventData Error)
{
    /// <param name="entry">The record of a run that failed.</param>
    public static RunEventData Of(RecordEntry entry) => new(
        entry.RunId, entry.ConnectionId, entry.ToolName, entry.ActionName, entry.UserId, entry.OrganizationId?.Value, entry.At.UtcDateTime,
        entry.DurationMicroseconds / 1000, new(entry.Code ?? "", entry.Message));

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
