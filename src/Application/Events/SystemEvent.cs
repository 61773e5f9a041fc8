using System.Collections.Immutable;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Events;

/// <summary>Something that the admins of a tenant want to know. One of the two facts is there.</summary>
/// <param name="Tenant">Null for every tenant; the empty id for the default one, whose admins run the server, as in records.</param>
public sealed record SystemEvent(TenantId? Tenant) : LiveEvent
{
    public FaultFacts? Fault { get; init; }

    public NotificationFacts? Notification { get; init; }

    /// <param name="type">Of <see cref="NotificationTypes"/>.</param>
    /// <param name="action">What happened, for programs: of the audit's actions, or <see cref="NotificationFacts.AlertAction"/>.</param>
    public static SystemEvent Notify(TenantId? tenant, string type, string message, string action, params ReadOnlySpan<(string Name, string Value)> payload)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in payload) values[name] = value;
        return new SystemEvent(tenant) { Notification = new(type, message, action, values.ToImmutable()) };
    }
}

/// <summary>A request failed through a fault of the server.</summary>
/// <param name="Code">Of the error.</param>
/// <param name="Message">As the caller got it.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Endpoint">The path as the endpoint has it, ids left as their names.</param>
public sealed record FaultFacts(string Code, string Message, int Status, string Endpoint);

/// <param name="Type">Of <see cref="NotificationTypes"/>.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="Action">What happened, for programs.</param>
/// <param name="Payload">What it is about, by snake_case name.</param>
public sealed record NotificationFacts(string Type, string Message, string Action, ImmutableSortedDictionary<string, string> Payload)
{
    public const string AlertAction = "security_alert";
}

/// <summary>How much a notification matters.</summary>
public static class NotificationTypes
{
    public const string Info = "info";
    public const string Success = "success";
    public const string Warning = "warning";
    public const string Error = "error";
}
