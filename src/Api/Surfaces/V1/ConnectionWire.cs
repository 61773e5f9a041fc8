using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using ModuleX.Api.Hosting;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Api.Surfaces.V1;

/// <param name="Tool">The tool's name in the catalog.</param>
/// <param name="Owner">The person: with a service key an external user, needed unless it is shared; with a person's token a member's id, or nothing.</param>
/// <param name="Sharing">Makes it a connection of the organization, which those may use whom this admits; in the place of an owner.</param>
/// <param name="Account">An account that is to be connected again, or the name that a new one gets; without it a new account, named by the server.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Credentials">What the tool asks for, by field; for OAuth the connection fields of a self-hosted tool, or nothing.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CreateConnectionRequest(
    [property: MaxLength(64)] string Tool,
    [property: MaxLength(128)] string? Owner = null,
    SharingWire? Sharing = null,
    [property: MaxLength(AccountName.MaximumLength)] string? Account = null,
    [property: MaxLength(ConnectionChange.MaximumNameLength)] string? Name = null,
    IReadOnlyDictionary<string, JsonElement>? Credentials = null)
{
    public CreateConnectionCommand ToCommand(ConnectionCaller caller) => new(
        caller, Owner, Sharing?.ToRule(), Tool, Account, Name, Credentials?.ToValues() ?? CredentialValues.Empty);

    public override string ToString() => $"{Tool} {Account} ***";
}

/// <param name="Name">What people call it; without it the name stays.</param>
/// <param name="IsDefault">True makes it what runs use that name no account; the owner's other accounts of the tool are no default then.</param>
/// <param name="IsActive">False switches it off: no action of it runs.</param>
/// <param name="Sharing">Who may use it; only of a connection that the organization shares.</param>
/// <param name="Actions">Single actions on or off, by their names or aliases.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record UpdateConnectionRequest(
    [property: MaxLength(ConnectionChange.MaximumNameLength)] string? Name = null,
    bool? IsDefault = null,
    bool? IsActive = null,
    SharingWire? Sharing = null,
    IReadOnlyDictionary<string, bool>? Actions = null)
{
    public ChangeConnectionCommand ToCommand(ConnectionCaller caller, Guid connection) =>
        new(caller, connection, Name, IsDefault, IsActive, Sharing?.ToRule(), Actions ?? new Dictionary<string, bool>());
}

/// <summary>Who may use a connection that an organization shares.</summary>
/// <param name="Everybody">All members, and the external users of the organization's backends.</param>
/// <param name="Roles">Members who have one of these roles.</param>
/// <param name="People">These members.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SharingWire(
    bool Everybody = false,
    [property: MaxLength(SharingRule.MaximumNames)] IReadOnlyList<Guid>? Roles = null,
    [property: MaxLength(SharingRule.MaximumNames)] IReadOnlyList<Guid>? People = null)
{
    public static SharingWire? Of(SharingRule? rule) =>
        rule is null ? null : new(rule.Everybody, [.. rule.Roles.Select(role => role.Value)], [.. rule.People.Select(user => user.Value)]);

    public SharingRule ToRule() => new(
        Everybody, [.. (Roles ?? []).Distinct().Select(role => new RoleId(role))], [.. (People ?? []).Distinct().Select(user => new UserId(user))]);
}

/// <summary>Whose a connection is.</summary>
/// <param name="Type">A user of ModuleX, an external user of the organization's backend, or the organization itself, which shares it.</param>
/// <param name="Id">The id of the user or the organization, or the external user's name.</param>
internal sealed record ConnectionOwnerWire([property: AllowedValues("user", "external", "organization")] string Type, string Id)
{
    public static ConnectionOwnerWire Of(OwnerId owner) =>
        new(owner.TypeName, owner.Name);
}

/// <summary>Why a connection does not work.</summary>
/// <param name="Code">For programs, in snake_case.</param>
/// <param name="Message">For people.</param>
internal sealed record ConnectionFaultWire(string Code, string Message, DateTimeOffset At);

/// <summary>An account of a tool that is connected, or about to be.</summary>
/// <param name="Tool">The tool's name in the catalog.</param>
/// <param name="Account">The account's name for programs; it never changes.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Label">What the service calls the account, such as a login; null where it does not say.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Sharing">Who may use it; null for one that is not shared.</param>
/// <param name="IsDefault">Whether runs use it that name no account.</param>
/// <param name="State">pending waits for the person; refresh_failed may pass; needs_reconnect does not.</param>
/// <param name="IsActive">False where it was switched off.</param>
/// <param name="DisabledActions">Actions that were switched off, by name.</param>
/// <param name="Scopes">What the service granted; empty where it does not say.</param>
/// <param name="CreatedAt">When it was begun.</param>
/// <param name="ConnectedAt">When the person last connected it; null before that.</param>
/// <param name="ExpiresAt">When the access token ends, before which it is renewed; null where it does not end, or where that is not known.</param>
/// <param name="LastUsedAt">When a run last used it, to a few seconds; null for never.</param>
/// <param name="LastCheckedAt">When its credential was last tried at the service; null for never.</param>
/// <param name="LastError">Why it does not work; null while nothing is known against it.</param>
internal sealed record ConnectionResponse(
    Guid Id, string Tool, string Account, string Name, string? Label, ConnectionOwnerWire Owner, SharingWire? Sharing, bool IsDefault,
    [property: AllowedValues("pending", "active", "expiring", "refresh_failed", "needs_reconnect", "disconnected")] string State,
    bool IsActive, IReadOnlyList<string> DisabledActions, IReadOnlyList<string> Scopes, DateTimeOffset? CreatedAt, DateTimeOffset? ConnectedAt,
    DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt, DateTimeOffset? LastCheckedAt, ConnectionFaultWire? LastError)
{
    public static ConnectionResponse Of(ConnectionView view) => new(
        view.Id, view.Tool, view.Account, view.Name, view.Label, ConnectionOwnerWire.Of(view.Owner), SharingWire.Of(view.Sharing), view.IsDefault,
        JsonNamingPolicy.SnakeCaseLower.ConvertName(view.State.ToString()), view.IsActive, [.. view.DisabledActions], view.Scopes, view.CreatedAt,
        view.ConnectedAt, view.ExpiresAt, view.LastUsedAt, view.LastCheckedAt,
        view.Fault is { } fault ? new(fault.Code, fault.Message, fault.At) : null);
}

/// <summary>A connection that was made or begun.</summary>
/// <param name="Connection">As it is now.</param>
/// <param name="RedirectUrl">Where the person goes to agree, within ten minutes; null where it is connected.</param>
/// <param name="Warning">Why it is not known whether the credentials are good; null where they are, or were not tried.</param>
internal sealed record CreatedConnectionResponse(ConnectionResponse Connection, string? RedirectUrl, string? Warning)
{
    public static CreatedConnectionResponse Of(CreatedConnection created) =>
        new(ConnectionResponse.Of(created.Connection), created.Redirect, created.Untried?.Message);

    public override string ToString() => Connection.Id.ToString();
}
