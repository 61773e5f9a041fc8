using System.Text.Json;
using System.Text.Json.Serialization;
using ModuleX.Api.Hosting;
using ModuleX.Application.Events;
using ModuleX.Domain.Identity;

namespace ModuleX.Api.Surfaces.Platform;

/// <param name="Ticket">Opens one socket: <c>/api/ws?ticket=...</c>.</param>
/// <param name="ExpiresIn">Seconds.</param>
internal sealed record TicketResponse(string Ticket, int ExpiresIn)
{
    public override string ToString() => nameof(TicketResponse);
}

/// <summary>Document 5's <c>SystemEvent</c>.</summary>
/// <param name="Type">status_update, error or notification; that member of the data is there.</param>
internal sealed record SystemEventBody(string Type, SystemEventData Data)
{
    public static SystemEventBody Of(SystemEvent happened) => happened.Fault is { } fault
        ? new("error", new() { Error = new(PlatformErrors.CodeOf(fault.Code, fault.Status), fault.Message, new(fault.Endpoint, fault.Status)) })
        : new("notification", new() { Notification = NotificationBody.Of(happened.Notification!) });
}

internal sealed record SystemEventData
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] 
    public SystemStatusBody? Status { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] 
    public FaultBody? Error { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] 
    public NotificationBody? Notification { get; init; }
}

/// <param name="Code">SYSTEM_ERROR, or the cause in upper case.</param>
internal sealed record FaultBody(string Code, string Message, FaultDetails Details);

internal sealed record FaultDetails(string Endpoint, int Status);

/// <param name="Type">info, success, warning or error.</param>
internal sealed record NotificationBody(string Type, string Message, NotificationAction Action)
{
    public static NotificationBody Of(NotificationFacts facts) => new(facts.Type, facts.Message, new(facts.Action, facts.Payload));
}

/// <param name="Type">module_installed, module_disabled, config_updated, security_alert and the like.</param>
/// <param name="Payload">What it is about.</param>
internal sealed record NotificationAction(string Type, IReadOnlyDictionary<string, string> Payload);

/// <summary>Document 5's <c>UserEvent</c>.</summary>
/// <param name="Type">
/// activity, session or preference, and that member of the data is there; or the type of a webhook, such as connection.created, with a member for its subject.
/// </param>
internal sealed record UserEventBody(string Type, UserEventData Data)
{
    public static UserEventBody Of(UserEvent happened) => happened switch
    {
        { Activity: { } activity } => new("activity", new() { Activity = ActivityBody.Of(activity) }),
        { Session: { } session } => new("session", new() { Session = new(session.Id, session.Action) }),
        { Outgoing: { } told } => new(told.Type, new() { Told = new() { [told.Subject] = JsonElement.Parse(told.Data) } }),
        _ => new("preference", new() { Preference = new(happened.Preference!.Key, JsonElement.Parse(happened.Preference.Value)) }),
    };
}

internal sealed record UserEventData
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] 
    public ActivityBody? Activity { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] 
    public LoginSessionEventBody? Session { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] 
    public PreferenceBody? Preference { get; init; }

    /// <summary>What webhooks tell, under its subject: connection.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Told { get; init; }
}

/// <param name="Action">start, end or timeout.</param>
internal sealed record LoginSessionEventBody(LoginSessionId Id, string Action);

/// <param name="Value">null where it was taken away.</param>
internal sealed record PreferenceBody(string Key, JsonElement Value);

/// <summary>Events as document 5 writes them. Made once an event, however many sockets it goes to.</summary>
internal static class EventWire
{
    public static byte[] ToMessage(this LiveEvent happened) => happened switch
    {
        UserEvent ofUser => JsonSerializer.SerializeToUtf8Bytes(UserEventBody.Of(ofUser), WireJson.Options),
        _ => JsonSerializer.SerializeToUtf8Bytes(SystemEventBody.Of((SystemEvent)happened), WireJson.Options),
    };

    public static byte[] ToMessage(this SystemStatusBody status) =>
        JsonSerializer.SerializeToUtf8Bytes(new SystemEventBody("status_update", new() { Status = status }), WireJson.Options);
}
