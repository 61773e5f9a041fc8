using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.Simple;

/// <param name="Total">How many tools there are.</param>
internal sealed record ToolListResponse(IReadOnlyList<ToolResponse> Tools, int Total);

/// <param name="AuthType">oauth2, client_credentials, api_key, basic, bearer, manual or none: the preferred way to connect.</param>
internal sealed record ToolResponse(
    string Name,
    string DisplayName,
    string Description,
    string Version,
    bool RequiresAuth,
    [property: AllowedValues("oauth2", "client_credentials", "api_key", "basic", "bearer", "manual", "none")] string AuthType,
    IReadOnlyList<ActionResponse> Actions);

internal sealed record ActionResponse(
    string Name,
    string Description,
    IReadOnlyDictionary<string, ParameterResponse> Parameters);

/// <param name="Type">The JSON type; the first one where several are allowed.</param>
/// <param name="Default">What is sent when it is left out; absent where there is no such value.</param>
internal sealed record ParameterResponse(
    string Type,
    string Description,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Default,
    bool Optional);
