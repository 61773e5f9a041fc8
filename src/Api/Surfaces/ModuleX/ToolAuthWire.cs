using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Wire;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="AuthUrl">Where the user goes to authorize.</param>
/// <param name="State">What the callback will carry; good once, for ten minutes.</param>
internal sealed record AuthUrlResponse(string AuthUrl, string State, string ToolName)
{
    /// <summary>Where to go; or that it is done already, for a tool with manual authentication.</summary>
    public static object Of(AuthorizationView view, AccountReference session) => view.Redirect is { } redirect
        ? new AuthUrlResponse(redirect.Url, redirect.State, session.Tool)
        : ToolDoneResponse.Of(session, ToolSessionSentences.ConnectedAtOnce(session.Tool));
}

/// <param name="Credentials">The values by the field names of the tool's manifest; further ones are kept.</param>
internal sealed record ManualAuthRequest(
    [property: MaxLength(64)] string ToolName,
    IReadOnlyDictionary<string, JsonElement> Credentials)
{
    public static ValueTask<ManualAuthRequest?> BindAsync(HttpContext context) => JsonBody.ReadAsync<ManualAuthRequest>(context);

    public override string ToString() => $"{ToolName} ***";
}

/// <summary>Something that was done about a tool of the signed-in user.</summary>
/// <param name="Verified">False where credentials were stored and the service could not say whether they are good; absent otherwise.</param>
/// <param name="Warning">Why it could not; absent otherwise.</param>
internal sealed record ToolDoneResponse(
    bool Success,
    string Message,
    string UserId,
    string ToolName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Verified = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Warning = null)
{
    public static ToolDoneResponse Of(AccountReference session, string message) => new(true, message, session.Owner.Name, session.Tool);

    public static ToolDoneResponse Of(ConnectManuallyCommand command, ConnectedView connected)
    {
        var done = Of(command.Session, ToolSessionSentences.Registered(command.Session.Tool));
        return connected.Untried is { } reason ? done with { Verified = false, Warning = ToolSessionSentences.Untried(reason) } : done;
    }

    public static ToolDoneResponse Of(DisconnectToolCommand command) => Of(command.Session, ToolSessionSentences.Disconnected(command.Session.Tool));
}

internal sealed record CallbackResponse(bool Success, string Message)
{
    public static CallbackResponse Of(CompleteAuthorizationCommand command) => new(true, ToolSessionSentences.Authorized(command.Tool));
}

internal sealed record OwnToolsResponse(IReadOnlyList<OwnToolResponse> Tools)
{
    /// <param name="detail">Whether the members are there that only a detailed list has.</param>
    public static OwnToolsResponse Of(IReadOnlyList<OwnerToolView> tools, bool detail) => new([.. tools.Select(tool => OwnToolResponse.Of(tool, detail))]);
}

/// <param name="Description">With <c>detail=true</c> only, as is the type behind it.</param>
/// <param name="IsAuthenticated">The user has connected it, and the service has not refused the credential.</param>
/// <param name="IsActive">Connected and switched on.</param>
/// <param name="AuthType">oauth2, client_credentials, api_key, basic, bearer, manual or none: the preferred way to connect.</param>
internal sealed record OwnToolResponse(
    string Name,
    string DisplayName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Description,
    bool IsAuthenticated,
    bool IsActive,
    [property: AllowedValues("oauth2", "client_credentials", "api_key", "basic", "bearer", "manual", "none"),
        JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AuthType,
    IReadOnlyList<OwnActionResponse> Actions)
{
    public static OwnToolResponse Of(OwnerToolView view, bool detail) => new(
        view.Tool.Name,
        view.Tool.DisplayName,
        detail ? view.Tool.Description : null,
        view.IsAuthenticated,
        view.IsActive,
        detail ? view.Tool.Auth[0].WireName : null,
        [.. view.Actions.Select(OwnActionResponse.Of)]);
}

/// <param name="IsActive">It can be executed now.</param>
internal sealed record OwnActionResponse(string Name, string Description, bool IsActive)
{
    public static OwnActionResponse Of(OwnerActionView view) => new(view.Action.Name, view.Action.Description, view.IsActive);
}

/// <param name="IsActive">False switches the whole tool off.</param>
internal sealed record ToolStatusRequest(bool IsActive)
{
    public static ValueTask<ToolStatusRequest?> BindAsync(HttpContext context) => JsonBody.ReadAsync<ToolStatusRequest>(context);
}

internal sealed record ToolStatusResponse(bool Success, string Message, string UserId, string ToolName, bool IsActive)
{
    public static ToolStatusResponse Of(SetToolActiveCommand command) =>
        new(true, ToolSessionSentences.Switched(command), command.Session.Owner.Name, command.Session.Tool, command.IsActive);
}

/// <param name="IsDisabled">True switches the action off: it disappears from the lists and is refused when executed.</param>
/// <param name="IsActive">The contrary, as lists of actions show it; one of the two is needed.</param>
[NeedsOneOf("is_disabled", "is_active")]
internal sealed record ActionStatusRequest(bool? IsDisabled = null, bool? IsActive = null)
{
    public static ValueTask<ActionStatusRequest?> BindAsync(HttpContext context) => JsonBody.ReadAsync<ActionStatusRequest>(context);

    public SetActionEnabledCommand ToCommand(AccountReference session, string action) =>
        new(session, action, ActionSwitch.IsOn(IsDisabled, IsActive));
}

internal sealed record ActionStatusResponse(
    bool Success,
    string Message,
    string UserId,
    string ToolName,
    string ActionName,
    bool IsDisabled)
{
    public static ActionStatusResponse Of(SetActionEnabledCommand command) => new(
        true, ToolSessionSentences.Switched(command), command.Session.Owner.Name, command.Session.Tool, command.Action, !command.Enabled);
}
