using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.Platform;

/// <param name="Ticket">Opens one socket: <c>/api/ws?ticket=...</c>.</param>
/// <param name="ExpiresIn">Seconds.</param>
internal sealed record TicketResponse(
    [property: JsonPropertyName("ticket")] string Ticket,
    [property: JsonPropertyName("expires_in")] int ExpiresIn)
{
    public override string ToString() => nameof(TicketResponse);
}

/// <summary>Document 5's <c>SystemEvent</c>.</summary>
/// <param name="Type">status_update, error or notification; that member of the data is there.</param>
internal sealed record SystemEventBody(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("data")] SystemEventData Data);

internal sealed record SystemEventData
{
    [JsonPropertyName("status"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SystemStatusBody? Status { get; init; }

    [JsonPropertyName("error"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FaultBody? Error { get; init; }

    [JsonPropertyName("notification"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NotificationBody? Notification { get; init; }
}

/// <param name="Code">SYSTEM_ERROR, or the cause in upper case.</param>
internal sealed record FaultBody(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("details")] FaultDetails Details);

internal sealed record FaultDetails(
    [property: JsonPropertyName("endpoint")] string Endpoint,
    [property: JsonPropertyName("status")] int Status);

/// <param name="Type">info, success, warning or error.</param>
internal sealed record NotificationBody(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("action")] NotificationAction Action);

/// <param name="Type">module_installed, module_disabled, config_updated, security_alert and the like.</param>
/// <param name="Payload">What it is about.</param>
internal sealed record NotificationAction(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("payload")] IReadOnlyDictionary<string, string> Payload);

/// <summary>Document 5's <c>UserEvent</c>.</summary>
/// <param name="Type">activity, session or preference; that member of the data is there.</param>
internal sealed record UserEventBody(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("data")] UserEventData Data);

internal sealed record UserEventData
{
    [JsonPropertyName("activity"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ActivityBody? Activity { get; init; }

    [JsonPropertyName("session"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SessionEventBody? Session { get; init; }

    [JsonPropertyName("preference"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PreferenceBody? Preference { get; init; }
}

/// <param name="Action">start, end or timeout.</param>
internal sealed record SessionEventBody(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("action")] string Action);

/// <param name="Value">null where it was taken away.</param>
internal sealed record PreferenceBody(
    [property: JsonPropertyName("key")] string Key,
    [property: JsonPropertyName("value")] JsonElement Value);
