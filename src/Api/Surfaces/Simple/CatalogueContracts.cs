using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.Simple;

/// <param name="Total">How many tools there are.</param>
internal sealed record ToolListResponse(
    [property: JsonPropertyName("tools")] IReadOnlyList<ToolResponse> Tools,
    [property: JsonPropertyName("total")] int Total);

/// <param name="AuthType">oauth2, client_credentials, api_key, basic, bearer, manual or none: the preferred way to connect.</param>
internal sealed record ToolResponse(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("display_name")] string DisplayName,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("requires_auth")] bool RequiresAuth,
    [property: JsonPropertyName("auth_type"), AllowedValues("oauth2", "client_credentials", "api_key", "basic", "bearer", "manual", "none")] string AuthType,
    [property: JsonPropertyName("actions")] IReadOnlyList<ActionResponse> Actions);

internal sealed record ActionResponse(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("parameters")] IReadOnlyDictionary<string, ParameterResponse> Parameters);

/// <param name="Type">The JSON type; the first one where several are allowed.</param>
/// <param name="Default">What is sent when it is left out; absent where there is no such value.</param>
internal sealed record ParameterResponse(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("default"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Default,
    [property: JsonPropertyName("optional")] bool Optional);
