using System.Collections.Immutable;
using ModuleX.Application.Activities;
using ModuleX.Application.Events;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Silo.Messages;

/// <summary>An event on its way to those who watch at another node. One of the six facts is there.</summary>
[GenerateSerializer, Immutable, Alias("modulex.event")]
internal sealed record EventMessage
{
    /// <summary>Null for every tenant.</summary>
    [Id(0)] public Guid? Tenant { get; init; }

    /// <summary>Null for the tenant's admins.</summary>
    [Id(1)] public Guid? User { get; init; }

    [Id(2)] public ActivityMessage? Activity { get; init; }

    [Id(3)] public LoginSessionMessage? Session { get; init; }

    [Id(4)] public PreferenceMessage? Preference { get; init; }

    [Id(5)] public FaultMessage? Fault { get; init; }

    [Id(6)] public NotificationMessage? Notification { get; init; }

    [Id(7)] public OutgoingMessage? Outgoing { get; init; }

    public static EventMessage Of(LiveEvent happened) => happened switch
    {
        UserEvent { Tenant: var tenant, User: var user } ofUser => new()
        {
            Tenant = tenant.Value,
            User = user.Value,
            Activity = ofUser.Activity is { } activity ? ActivityMessage.Of(activity) : null,
            Session = ofUser.Session is { } session ? new() { Id = session.Id.Value, Action = session.Action } : null,
            Preference = ofUser.Preference is { } preference ? new() { Key = preference.Key, Value = preference.Value } : null,
            Outgoing = ofUser.Outgoing is { } told ? new() { Type = told.Type, Data = told.Data } : null,
        },
        SystemEvent ofSystem => new()
        {
            Tenant = ofSystem.Tenant?.Value,
            Fault = ofSystem.Fault is { } fault ? FaultMessage.Of(fault) : null,
            Notification = ofSystem.Notification is { } notification ? NotificationMessage.Of(notification) : null,
        },
        _ => throw new ArgumentException($"{happened.GetType().Name} has no message", nameof(happened)),
    };

    /// <summary>Null where a newer node tells of something that this one doesn't know.</summary>
    public LiveEvent? ToEvent()
    {
        if (User is { } user && Tenant is { } tenant)
        {
            return Activity is null && Session is null && Preference is null && Outgoing is null ? null : new UserEvent(new TenantId(tenant), new UserId(user))
            {
                Activity = Activity?.ToFacts(),
                Session = Session is { } session ? new(new LoginSessionId(session.Id), session.Action) : null,
                Preference = Preference is { } preference ? new(preference.Key, preference.Value) : null,
                Outgoing = Outgoing is { } told ? new(told.Type, told.Data) : null,
            };
        }
        return Fault is null && Notification is null ? null : new SystemEvent(Tenant is { } one ? new TenantId(one) : null)
        {
            Fault = Fault?.ToFacts(),
            Notification = Notification?.ToFacts(),
        };
    }
}

[GenerateSerializer, Immutable, Alias("modulex.event-activity")]
internal sealed record ActivityMessage
{
    [Id(0)] public required string Id { get; init; }

    [Id(1)] public required string Type { get; init; }

    [Id(2)] public required string UserId { get; init; }

    [Id(3)] public required string Description { get; init; }

    [Id(4)] public required string Metadata { get; init; }

    [Id(5)] public required DateTimeOffset CreatedAt { get; init; }

    public static ActivityMessage Of(ActivityView activity) => new()
    {
        Id = activity.Id,
        Type = activity.Type,
        UserId = activity.UserId,
        Description = activity.Description,
        Metadata = activity.Metadata,
        CreatedAt = activity.CreatedAt,
    };

    public ActivityView ToFacts() => new(Id, Type, UserId, Description, Metadata, CreatedAt);
}

[GenerateSerializer, Immutable, Alias("modulex.event-session")]
internal sealed record LoginSessionMessage
{
    [Id(0)] public required Guid Id { get; init; }

    [Id(1)] public required string Action { get; init; }
}

[GenerateSerializer, Immutable, Alias("modulex.event-preference")]
internal sealed record PreferenceMessage
{
    [Id(0)] public required string Key { get; init; }

    [Id(1)] public required string Value { get; init; }
}

[GenerateSerializer, Immutable, Alias("modulex.event-outgoing")]
internal sealed record OutgoingMessage
{
    [Id(0)] public required string Type { get; init; }

    [Id(1)] public required string Data { get; init; }
}

[GenerateSerializer, Immutable, Alias("modulex.event-fault")]
internal sealed record FaultMessage
{
    [Id(0)] public required string Code { get; init; }

    [Id(1)] public required string Message { get; init; }

    [Id(2)] public required int Status { get; init; }

    [Id(3)] public required string Endpoint { get; init; }

    public static FaultMessage Of(FaultFacts fault) =>
        new() { Code = fault.Code, Message = fault.Message, Status = fault.Status, Endpoint = fault.Endpoint };

    public FaultFacts ToFacts() => new(Code, Message, Status, Endpoint);
}

[GenerateSerializer, Immutable, Alias("modulex.event-notification")]
internal sealed record NotificationMessage
{
    [Id(0)] public required string Type { get; init; }

    [Id(1)] public required string Message { get; init; }

    [Id(2)] public required string Action { get; init; }

    [Id(3)] public required KeyValuePair<string, string>[] Payload { get; init; }

    public static NotificationMessage Of(NotificationFacts facts) =>
        new() { Type = facts.Type, Message = facts.Message, Action = facts.Action, Payload = [.. facts.Payload] };

    public NotificationFacts ToFacts() => new(Type, Message, Action, Payload.ToImmutableSortedDictionary(StringComparer.Ordinal));
}
