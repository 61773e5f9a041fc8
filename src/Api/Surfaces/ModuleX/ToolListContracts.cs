using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.ModuleX;

internal sealed record AvailableToolsResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("tools")] IReadOnlyList<AvailableTool> Tools,
    [property: JsonPropertyName("total")] int Total);

/// <param name="Logo">An address; null where the tool has none.</param>
internal sealed record AvailableTool(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("display_name")] string DisplayName,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("author")] string Author,
    [property: JsonPropertyName("categories")] IReadOnlyList<string> Categories,
    [property: JsonPropertyName("logo")] string? Logo,
    [property: JsonPropertyName("actions")] IReadOnlyList<AvailableAction> Actions);

internal sealed record AvailableAction(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string Description);

internal sealed record MyToolsResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("user_id")] string UserId,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("tools")] IReadOnlyList<MyTool> Tools,
    [property: JsonPropertyName("total")] int Total);

/// <param name="LastUsed">ISO 8601 in UTC, to a few seconds; null for never.</param>
internal sealed record MyTool(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("display_name")] string DisplayName,
    [property: JsonPropertyName("is_authenticated")] bool IsAuthenticated,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("auth_type"), AllowedValues("oauth2", "client_credentials", "api_key", "basic", "bearer", "manual", "none")] string AuthType,
    [property: JsonPropertyName("last_used")] string? LastUsed,
    [property: JsonPropertyName("actions")] IReadOnlyList<OwnActionResponse> Actions);

internal sealed record FunctionsResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("user_id")] string UserId,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("tools")] IReadOnlyList<FunctionTool> Tools,
    [property: JsonPropertyName("total")] int Total);

/// <summary>The same in Anthropic's format.</summary>
internal sealed record AnthropicToolsResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("user_id")] string UserId,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("tools")] IReadOnlyList<AnthropicTool> Tools,
    [property: JsonPropertyName("total")] int Total);

/// <param name="Name">The same as in OpenAI's format.</param>
/// <param name="InputSchema">A JSON Schema of an object.</param>
internal sealed record AnthropicTool(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("input_schema")] JsonElement InputSchema);

/// <param name="Type">function.</param>
internal sealed record FunctionTool(
    [property: JsonPropertyName("type"), AllowedValues("function")] string Type,
    [property: JsonPropertyName("function")] FunctionBody Function);

/// <param name="Name">The tool and the action with a _ between them; at most 64 characters.</param>
/// <param name="Parameters">A JSON Schema of an object.</param>
internal sealed record FunctionBody(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("parameters")] JsonElement Parameters);
