using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using ModuleX.Api.Hosting;
using ModuleX.Domain.Catalog;

namespace ModuleX.Api.Surfaces.Simple;

/// <param name="Total">How many tools there are.</param>
internal sealed record ToolListResponse(IReadOnlyList<ToolResponse> Tools, int Total)
{
    // A catalog is immutable, so its listing is written once.
    private static readonly ConditionalWeakTable<ToolCatalog, KeptAnswer> Listings = [];

    /// <summary>The listing of all tools, as it goes over the wire.</summary>
    public static KeptAnswer KeptOf(ToolCatalog catalog) => Listings.GetValue(
        catalog, static all => new(JsonSerializer.SerializeToUtf8Bytes(Of(all), SimpleJson.Default.ToolListResponse), KeptAnswer.Json));

    private static ToolListResponse Of(ToolCatalog catalog) => new([.. catalog.Tools.Select(ToolResponse.Of)], catalog.Tools.Length);
}

/// <param name="AuthType">oauth2, client_credentials, api_key, basic, bearer, manual or none: the preferred way to connect.</param>
internal sealed record ToolResponse(
    string Name,
    string DisplayName,
    string Description,
    string Version,
    bool RequiresAuth,
    [property: AllowedValues("oauth2", "client_credentials", "api_key", "basic", "bearer", "manual", "none")] string AuthType,
    IReadOnlyList<ActionResponse> Actions)
{
    public static ToolResponse Of(ToolDefinition tool) => new(
        tool.Name, tool.DisplayName, tool.Description, tool.Version, tool.RequiresAuth, tool.Auth[0].WireName, [.. tool.Actions.Select(ActionResponse.Of)]);
}

internal sealed record ActionResponse(
    string Name,
    string Description,
    IReadOnlyDictionary<string, ParameterResponse> Parameters)
{
    public static ActionResponse Of(ActionDefinition action) => new(action.Name, action.Description, ParametersOf(action));

    private static Dictionary<string, ParameterResponse> ParametersOf(ActionDefinition action) =>
        action.Parameters.Source.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().ToDictionary(property => property.Name, property => ParameterResponse.Of(property, action))
            : [];
}

/// <param name="Type">The JSON type; the first one where several are allowed.</param>
/// <param name="Default">What is sent when it is left out; absent where there is no such value.</param>
internal sealed record ParameterResponse(
    string Type,
    string Description,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Default,
    bool Optional)
{
    public static ParameterResponse Of(JsonProperty property, ActionDefinition action) => new(
        TypeOf(property.Value),
        property.Value.TryGetProperty("description", out var text) ? text.GetString() ?? "" : "",
        action.Defaults.TryGetValue(property.Name, out var value) ? value : null,
        !action.RequiredParameters.Contains(property.Name));

    private static string TypeOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type)) return "any";
        return type.ValueKind == JsonValueKind.String ? type.GetString()! : type.EnumerateArray().Select(one => one.GetString()!).First(one => one != "null");
    }
}
