using System.Text.Json;
using ModuleX.Api.Hosting;
using ModuleX.Application.Events;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>Events as document 5 writes them. Made once an event, however many sockets it goes to.</summary>
internal static class EventMapping
{
    public static byte[] ToMessage(this LiveEvent happened) => happened switch
    {
        UserEvent ofUser => JsonSerializer.SerializeToUtf8Bytes(ofUser.ToWire(), WireJson.Options),
        _ => JsonSerializer.SerializeToUtf8Bytes(((SystemEvent)happened).ToWire(), WireJson.Options),
    };

    public static byte[] ToMessage(this SystemStatusBody status) =>
        JsonSerializer.SerializeToUtf8Bytes(new SystemEventBody("status_update", new() { Status = status }), WireJson.Options);

    private static SystemEventBody ToWire(this SystemEvent happened) => happened.Fault is { } fault
        ? new("error", new() { Error = new(PlatformErrors.CodeOf(fault.Code, fault.Status), fault.Message, new(fault.Endpoint, fault.Status)) })
        : new("notification", new() { Notification = ToWire(happened.Notification!) });

    private static NotificationBody ToWire(NotificationFacts facts) => new(facts.Type, facts.Message, new(facts.Action, facts.Payload));

    private static UserEventBody ToWire(this UserEvent happened) => happened switch
    {
        { Activity: { } activity } => new("activity", new() { Activity = activity.ToWire() }),
        { Session: { } session } => new("session", new() { Session = new(session.Id.ToString(), session.Action) }),
        _ => new("preference", new() { Preference = new(happened.Preference!.Key, JsonElement.Parse(happened.Preference.Value)) }),
    };
}
