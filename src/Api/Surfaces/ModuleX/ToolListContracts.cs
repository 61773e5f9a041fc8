using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace ModuleX.Api.Surfaces.ModuleX;

internal sealed record AvailableToolsResponse(
    bool Success,
    string OrganizationId,
    IReadOnlyList<AvailableTool> Tools,
    int Total);

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
    string UserId,
    string OrganizationId,
    IReadOnlyList<MyTool> Tools,
    int Total);

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
    string UserId,
    string OrganizationId,
    IReadOnlyList<FunctionTool> Tools,
    int Total);

/// <summary>The same in Anthropic's format.</summary>
internal sealed record AnthropicToolsResponse(
    bool Success,
    string UserId,
    string OrganizationId,
    IReadOnlyList<AnthropicTool> Tools,
    int Total);

/// <param name="Name">The same as in OpenAI's format.</param>
/// <param name="InputSchema">A JSON Schema of an object.</param>
internal sealed record AnthropicTool(string Name, string Description, JsonElement InputSchema);

/// <param name="Type">function.</param>
internal sealed record FunctionTool([property: AllowedValues("function")] string Type, FunctionBody Function);

/// <param name="Name">The tool and the action with a _ between them; at most 64 characters.</param>
/// <param name="Parameters">A JSON Schema of an object.</param>
internal sealed record FunctionBody(string Name, string Description, JsonElement Parameters);
