using System.Runtime.CompilerServices;
using System.Text.Json;
using ModuleX.Api.Hosting;
using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Api.Surfaces.Simple;

/// <summary>Between document 2's wire records and the use cases: names, polarity and wording.</summary>
internal static class SimpleMapping
{
    // A catalog is immutable, so its listing is written once.
    private static readonly ConditionalWeakTable<ToolCatalog, KeptJson> Listings = [];

    public static SetActionEnabledCommand ToCommand(this ActionStatusRequest request, ToolSessionId session, string action) =>
        new(session, action, ActionSwitch.IsOn(request.IsDisabled, request.IsActive));

    public static object ToWire(this AuthorizationView view, ToolSessionId session) => view.Redirect is { } redirect
        ? new AuthUrlResponse(redirect.Url, redirect.State, session.Tool)
        : new ToolDoneResponse(true, $"Manual authentication completed for {session.Tool}", session.Owner.Name, session.Tool);

    public static ToolDoneResponse ToWire(this ConnectManuallyCommand command, ConnectedView connected)
    {
        var done = Done(command.Session, $"Manual credentials successfully registered for {command.Session.Tool}");
        if (connected.Untried is not { } reason) return done;
        return done with { Verified = false, Warning = $"It is not known whether the credentials are good: {reason.Message}" };
    }

    public static CallbackResponse ToWire(this CompleteAuthorizationCommand command) => new(true, $"Successfully authenticated with {command.Tool}");

    public static ToolDoneResponse ToWire(this DisconnectToolCommand command) =>
        Done(command.Session, $"Successfully disconnected from {command.Session.Tool}");

    public static ToolStatusResponse ToWire(this SetToolActiveCommand command) => new(
        true, $"Tool {command.Session.Tool} {(command.IsActive ? "activated" : "deactivated")} successfully",
        command.Session.Owner.Name, command.Session.Tool, command.IsActive);

    public static ActionStatusResponse ToWire(this SetActionEnabledCommand command) => new(
        true, $"Action '{command.Action}' for tool '{command.Session.Tool}' {(command.Enabled ? "enabled" : "disabled")} successfully",
        command.Session.Owner.Name, command.Session.Tool, command.Action, !command.Enabled);

    public static UserToolsResponse ToWire(this IReadOnlyList<OwnerToolView> tools, bool detail) => new([.. tools.Select(view => new UserToolResponse(
        view.Tool.Name,
        view.Tool.DisplayName,
        detail ? view.Tool.Description : null,
        view.IsAuthenticated,
        view.IsActive,
        HealthStatus: true,
        detail ? view.Tool.Version : null,
        detail ? view.Tool.Author : null,
        detail ? view.Tool.RequiresAuth : null,
        detail ? view.Tool.Auth[0].WireName : null,
        [.. view.Actions.Select(action => new UserActionResponse(action.Action.Name, action.Action.Description, action.IsActive))]))]);

    public static FunctionToolResponse[] ToWire(this IReadOnlyList<FunctionView> functions, bool strict) =>
        [.. functions.Select(function => new FunctionToolResponse(
        "function",
        new(function.Name, function.Description, function.Parameters, strict ? true : null),
        new(function.Tool.Name, function.Action.Name)))];

    public static AnthropicToolResponse[] ToAnthropic(this IReadOnlyList<FunctionView> functions) =>
        [.. functions.Select(function => new AnthropicToolResponse(function.Name, function.Description, function.Parameters))];

    public static ToolResponse ToWire(this ToolDefinition tool) => new(
        tool.Name, tool.DisplayName, tool.Description, tool.Version, tool.RequiresAuth, tool.Auth[0].WireName,
        [.. tool.Actions.Select(action => new ActionResponse(action.Name, action.Description, ParametersOf(action)))]);

    /// <summary>The listing of all tools, as it goes over the wire.</summary>
    public static KeptJson ToKeptJson(this ToolCatalog catalog) => Listings.GetValue(catalog, static all =>
        new(JsonSerializer.SerializeToUtf8Bytes(new ToolListResponse([.. all.Tools.Select(ToWire)], all.Tools.Length), SimpleJson.Default.ToolListResponse)));

    private static Dictionary<string, ParameterResponse> ParametersOf(ActionDefinition action) =>
        action.Parameters.Source.TryGetProperty("properties", out var properties)
        ? properties.EnumerateObject().ToDictionary(
            property => property.Name,
            property => new ParameterResponse(
                TypeOf(property.Value),
                property.Value.TryGetProperty("description", out var text) ? text.GetString() ?? "" : "",
                action.Defaults.TryGetValue(property.Name, out var value) ? value : null,
                !action.RequiredParameters.Contains(property.Name)))
        : [];

    private static string TypeOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type)) return "any";
        return type.ValueKind == JsonValueKind.String ? type.GetString()! : type.EnumerateArray().Select(one => one.GetString()!).First(one => one != "null");
    }

    private static ToolDoneResponse Done(ToolSessionId session, string message) => new(true, message, session.Owner.Name, session.Tool);
}
