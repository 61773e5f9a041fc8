using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using ModuleX.Api.Hosting;

namespace ModuleX.Api.Surfaces.Simple;

/// <summary>Both bodies of document 2: <c>{action, parameters}</c>, and <c>{parameters: {action, ...}}</c> as some agents send it.</summary>
/// <param name="Parameters">An object; undefined when none was sent.</param>
internal sealed record ExecuteRequest(string Action, JsonElement Parameters)
{
    private const string ActionName = "action";
    private const int MaximumNameLength = 128;

    public static async ValueTask<ExecuteRequest?> BindAsync(HttpContext context) => Of(await JsonBody.ReadAsync(context));

    /// <exception cref="InvalidRequestException">The body is of neither form.</exception>
    public static ExecuteRequest Of(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) throw Invalid("The request body must be an object");
        var hasParameters = body.TryGetProperty("parameters", out var parameters) && parameters.ValueKind != JsonValueKind.Null;
        if (hasParameters && parameters.ValueKind != JsonValueKind.Object) throw Invalid("parameters must be an object");
        if (!hasParameters) parameters = default;
        if (body.TryGetProperty(ActionName, out var action)) return new(TextOf(action), parameters);
        if (hasParameters && parameters.TryGetProperty(ActionName, out action)) return new(TextOf(action), Without(parameters));
        throw Invalid("The request body lacks action");
    }

    private static string TextOf(JsonElement action) =>
        action.ValueKind == JsonValueKind.String && action.GetString() is { Length: > 0 and <= MaximumNameLength } text ? text : throw Invalid("action must be the name of an action");

    private static JsonElement Without(JsonElement parameters) =>
        JsonSerializer.SerializeToElement(parameters.EnumerateObject().Where(property => property.Name != ActionName).ToDictionary(property => property.Name, property => property.Value));

    private static InvalidRequestException Invalid(string message) => new(RequestErrors.Invalid(message));
}

/// <summary>The usual one of the two bodies, for the endpoint's description.</summary>
/// <param name="Action">An action of the tool, by its name or an alias; it may also stand inside of the parameters.</param>
/// <param name="Parameters">What the action takes, by name.</param>
internal sealed record ExecuteBody(
    [property: JsonPropertyName("action"), MaxLength(128)] string? Action = null,
    [property: JsonPropertyName("parameters")] IReadOnlyDictionary<string, JsonElement>? Parameters = null);

/// <summary>What execute answers; written by hand around the tool's own JSON.</summary>
/// <param name="Result">The tool's answer: any JSON; for text <c>{content_type, text}</c>, for other content <c>{content_type, base64}</c>.</param>
/// <param name="ExecutionTime">Seconds.</param>
internal sealed record ExecuteResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("tool_name")] string ToolName,
    [property: JsonPropertyName("action")] string Action,
    [property: JsonPropertyName("result")] JsonElement? Result,
    [property: JsonPropertyName("execution_time")] double ExecutionTime);

/// <summary>A function in OpenAI's format, as the Vercel AI SDK takes it.</summary>
internal sealed record FunctionToolResponse(
    [property: JsonPropertyName("type"), AllowedValues("function")] string Type,
    [property: JsonPropertyName("function")] FunctionResponse Function,
    [property: JsonPropertyName("metadata")] FunctionMetadata Metadata);

/// <param name="Name">At most 64 characters of <c>a-zA-Z0-9_-</c>.</param>
/// <param name="Parameters">A JSON Schema of an object.</param>
/// <param name="Strict">True with <c>strict=true</c>, absent otherwise.</param>
internal sealed record FunctionResponse(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("parameters")] JsonElement Parameters,
    [property: JsonPropertyName("strict"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Strict);

/// <summary>A tool in Anthropic's format, which takes no members of others.</summary>
/// <param name="Name">The same as in OpenAI's format.</param>
/// <param name="InputSchema">A JSON Schema of an object.</param>
internal sealed record AnthropicToolResponse(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("input_schema")] JsonElement InputSchema);

/// <param name="ToolKey">The tool to execute.</param>
/// <param name="Action">The action to execute.</param>
internal sealed record FunctionMetadata(
    [property: JsonPropertyName("tool_key")] string ToolKey,
    [property: JsonPropertyName("action")] string Action);
