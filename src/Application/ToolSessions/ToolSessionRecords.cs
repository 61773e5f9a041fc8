using ModuleX.Application.Activities;
using ModuleX.Application.Events;
using ModuleX.Application.Organizations;
using ModuleX.Application.Records;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Records what owners do with their connections.</summary>
internal sealed class ToolSessionRecords(IRecords records, IHomeOrganizations homes, IEvents events, TimeProvider time)
{
    public const string Connected = "tool_connected";
    public const string Disconnected = "tool_disconnected";
    public const string SwitchedOn = "tool_enabled";
    public const string SwitchedOff = "tool_disabled";
    public const string ActionSwitchedOn = "action_enabled";
    public const string ActionSwitchedOff = "action_disabled";

    /// <param name="what">One of the words above.</param>
    /// <param name="action">The action that it is about; null for the whole tool.</param>
    public async Task WriteAsync(ToolSessionId session, string what, string? action, CancellationToken cancellationToken)
    {
        var entry = new RecordEntry
        {
            TenantId = session.Tenant,
            OrganizationId = await HomeOfAsync(session, cancellationToken),
            Kind = RecordKind.Business,
            Category = RecordCategories.Connection,
            At = time.GetUtcNow(),
            UserId = session.Owner.Name,
            ToolName = session.Tool,
            ActionName = action,
            Message = SentenceOf(what, session.Tool, action),
            Details = what,
        };
        if (session.Owner.FindUser() is { } user && events.Hears(user))
            events.Publish(new UserEvent(session.Tenant, user) { Activity = RecordedActivity.Of(entry) });
        await records.WriteAsync(entry, cancellationToken);
    }

    private static string SentenceOf(string what, string tool, string? action) => what switch
    {
        Connected => $"Connected {tool}",
        Disconnected => $"Disconnected {tool}",
        SwitchedOn or ActionSwitchedOn => $"Switched on {action ?? "all actions"} of {tool}",
        _ => $"Switched off {action ?? "all actions"} of {tool}",
    };

    /// <summary>A user's connections are the user's own; they are told to the home organization.</summary>
    private async Task<OrganizationId?> HomeOfAsync(ToolSessionId session, CancellationToken cancellationToken) =>
        session.Owner.FindOrganization() ?? await homes.FindAsync(session.Tenant, session.Owner.FindUser()!.Value, cancellationToken);
}
