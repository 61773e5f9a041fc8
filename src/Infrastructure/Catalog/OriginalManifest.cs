using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>
/// Puts a manifest of the original format (<c>info.json</c>) into the shape of <c>tool.json</c>. That format says who a tool is and what its
/// actions take, and leaves the request to a script; here an action may carry a <c>request</c> and the tool a <c>server</c> and <c>auth</c> as in
/// <c>tool.json</c>. An action without a request is listed and can't be executed.
/// </summary>
internal static class OriginalManifest
{
    private static readonly string[] TakenAsTheyAre =
        ["name", "display_name", "version", "author", "tags", "dependencies", "logo", "app_url", "connection_fields", "environment_variables",
            "verification", "errors", "defaults"];

    public static JsonObject Convert(JsonObject original)
    {
        var tool = new JsonObject();
        foreach (var name in TakenAsTheyAre)
        {
            if (original[name] is { } value) tool[name] = value.DeepClone();
        }
        tool["description"] = original["description"]?.DeepClone() ?? original["display_name"]?.DeepClone();
        tool["version"] ??= "1.0.0";
        tool["server"] = original["server"]?.DeepClone() ?? new JsonObject { ["url"] = "{server}" };
        tool["auth"] = original["auth"]?.DeepClone() ?? new JsonArray(AuthOf(original));
        if (original["categories"] is JsonArray categories) tool["categories"] = new JsonArray([.. categories.Select(NameOf)]);
        if (original["setup_environment_variables"] is JsonArray variables)
            tool["environment_variables"] = new JsonArray([.. variables.Select(VariableOf)]);
        tool["actions"] = original["actions"] is JsonArray actions ? new JsonArray([.. actions.Select(ActionOf)]) : original["actions"]?.DeepClone();
        return tool;
    }

    private static JsonObject AuthOf(JsonObject original)
    {
        var type = original["requires_auth"]?.GetValueKind() == JsonValueKind.False ? "none" : original["auth_type"]?.ToString() ?? "none";
        return type switch
        {
            // The original kept these addresses in its code: Tools:<name>:AuthorizeUrl and :TokenUrl give them here.
            "oauth2" => new JsonObject { ["type"] = type, ["authorize_url"] = "{authorize_url}", ["token_url"] = "{token_url}" },
            "manual" => new JsonObject { ["type"] = type,
            ["apply"] = new JsonObject { ["headers"] = new JsonObject { ["Authorization"] = "Bearer {access_token}" } } },
            "api_key" or "api_key_or_credentials" => new JsonObject { ["type"] = "api_key", ["in"] = "header", ["name"] = "X-API-Key" },
            _ => new JsonObject { ["type"] = type },
        };
    }

    private static JsonNode? ActionOf(JsonNode? action)
    {
        if (action is not JsonObject original) return action?.DeepClone();
        var converted = (JsonObject)original.DeepClone();
        converted["description"] ??= original["name"]?.DeepClone();
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var (name, parameter) in original["parameters"] as JsonObject ?? [])
        {
            if (parameter is not JsonObject said)
            {
                properties[name] = parameter?.DeepClone();
                continue;
            }
            var schema = (JsonObject)said.DeepClone();
            schema["description"] ??= name;
            schema.Remove("required");
            schema.Remove("optional");
            properties[name] = schema;
            if (IsTrue(said["required"]) || (said["optional"] is not null && !IsTrue(said["optional"]))) required.Add((JsonNode)name);
        }
        converted["parameters"] = new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required,
            ["additionalProperties"] = false };
        return converted;
    }

    private static JsonNode? VariableOf(JsonNode? variable)
    {
        if (variable is not JsonObject original) return variable?.DeepClone();
        var converted = (JsonObject)original.DeepClone();
        converted.Remove("about_url");
        return converted;
    }

    private static JsonNode? NameOf(JsonNode? category) => (category is JsonObject named ? named["name"] : category)?.DeepClone();

    private static bool IsTrue(JsonNode? node) => node?.GetValueKind() == JsonValueKind.True;
}
