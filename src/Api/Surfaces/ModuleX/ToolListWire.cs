using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using ModuleX.Application.Access;
using ModuleX.Application.Runs;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.ModuleX;

internal sealed record AvailableToolsResponse(
    bool Success,
    OrganizationId OrganizationId,
    IReadOnlyList<AvailableTool> Tools,
    int Total)
{
    public static AvailableToolsResponse Of(IReadOnlyList<OrganizationToolView> tools, OrganizationId organization) => new(
        true,
        organization,
        [.. tools.Select(view => view.Tool.Tool).Select(tool => new AvailableTool(
            tool.Name, tool.DisplayName, tool.Description, tool.Version, tool.Author, tool.Categories, tool.Logo,
            [.. tool.Actions.Select(action => new AvailableAction(action.Name, action.Description))]))],
        tools.Count);
}

/// <param name="Logo">An address; null where the tool has none.</param>
internal sealed record AvailableTool(
    string Name,
    string DisplayName,
    string Description,
    string Version,
    string Author,
    IReadOnlyList<string> Categories,
    string? Logo,
    IReadOnlyList<AvailableAction> Actions);

internal sealed record AvailableAction(string Name, string Description);

internal sealed record MyToolsResponse(
    bool Success,
    UserId UserId,
    OrganizationId OrganizationId,
    IReadOnlyList<MyTool> Tools,
    int Total)
{
    public static MyToolsResponse Of(IReadOnlyList<OrganizationToolView> tools, Caller caller, OrganizationId organization) => new(
        true,
        caller.User,
        organization,
        [.. tools.Select(view => new MyTool(
            view.Tool.Tool.Name, view.Tool.Tool.DisplayName, view.Tool.IsAuthenticated, view.Tool.IsActive, view.Tool.Tool.Auth[0].WireName, view.LastUsedAt,
            [.. view.Tool.Actions.Select(OwnActionResponse.Of)]))],
        tools.Count);
}

/// <param name="LastUsed">ISO 8601 in UTC, to a few seconds; null for never.</param>
internal sealed record MyTool(
    string Name,
    string DisplayName,
    bool IsAuthenticated,
    bool IsActive,
    [property: AllowedValues("oauth2", "client_credentials", "api_key", "basic", "bearer", "manual", "none")] string AuthType,
    DateTimeOffset? LastUsed,
    IReadOnlyList<OwnActionResponse> Actions);

internal sealed record FunctionsResponse(
    bool Success,
    UserId UserId,
    OrganizationId OrganizationId,
    IReadOnlyList<FunctionTool> Tools,
    int Total)
{
    public static FunctionsResponse Of(IReadOnlyList<FunctionView> functions, Caller caller, OrganizationId organization) => new(
        true,
        caller.User,
        organization,
        [.. functions.Select(FunctionTool.Of)],
        functions.Count);
}

/// <summary>The same in Anthropic's format.</summary>
internal sealed record AnthropicToolsResponse(
    bool Success,
    UserId UserId,
    OrganizationId OrganizationId,
    IReadOnlyList<AnthropicTool> Tools,
    int Total)
{
    public static AnthropicToolsResponse Of(IReadOnlyList<FunctionView> functions, Caller caller, OrganizationId organization) => new(
        true,
        caller.User,
        organization,
        [.. functions.Select(AnthropicTool.Of)],
        functions.Count);
}

/// <param name="Name">The same as in OpenAI's format.</param>
/// <param name="InputSchema">A JSON Schema of an object.</param>
internal sealed record AnthropicTool(string Name, string Description, JsonElement InputSchema)
{
    public static AnthropicTool Of(FunctionView function) => new(function.Name, FunctionTool.DescriptionOf(function), function.Parameters);
}

/// <param name="Type">function.</param>
internal sealed record FunctionTool([property: AllowedValues("function")] string Type, FunctionBody Function)
{
    private const int LongestDescription = 1024;

    public static FunctionTool Of(FunctionView function) => new("function", new(function.Name, DescriptionOf(function), function.Parameters));

    /// <summary>As long as OpenAI takes it.</summary>
    public static string DescriptionOf(FunctionView function) => ShortText.Of($"{function.Tool.DisplayName}: {function.Description}", LongestDescription);
}

/// <param name="Name">The tool and the action with a _ between them; at most 64 characters.</param>
/// <param name="Parameters">A JSON Schema of an object.</param>
internal sealed record FunctionBody(string Name, string Description, JsonElement Parameters);
