using ModuleX.Application.Activities;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Events;

/// <summary>Something that a user did or that befell one; for that user alone. One of the four facts is there.</summary>
public sealed record UserEvent(TenantId Tenant, UserId User) : LiveEvent
{
    public ActivityView? Activity { get; init; }

    public LoginSessionFacts? Session { get; init; }

    public PreferenceFacts? Preference { get; init; }

    public OutgoingFacts? Outgoing { get; init; }

    /// <param name="action">Of <see cref="LoginSessionFacts"/>.</param>
    public static UserEvent OfSession(LoginSession session, string action) => new(session.TenantId, session.UserId) { Session = new(session.Id, action) };
}

/// <summary>A login session of the user began or ended.</summary>
/// <param name="Action">One of the words below.</param>
public sealed record LoginSessionFacts(LoginSessionId Id, string Action)
{
    public const string Started = "start";
    public const string Ended = "end";
    public const string TimedOut = "timeout";
}

/// <summary>A preference of the user was set or taken away.</summary>
/// <param name="Value">JSON; <c>null</c> where it was taken away.</param>
public sealed record PreferenceFacts(string Key, string Value);

/// <summary>What webhooks tell the user's organization, for the user.</summary>
/// <param name="Type">Of <see cref="Domain.OutgoingWebhooks.OutgoingEventTypes"/>: a subject, a dot and what happened to it.</param>
/// <param name="Data">A JSON object, as webhooks have it.</param>
public sealed record OutgoingFacts(string Type, string Data)
{
    /// <summary>The part of the type before the dot.</summary>
    public string Subject => Type[..Type.IndexOf('.', StringComparison.Ordinal)];
}
