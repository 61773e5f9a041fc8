using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using ModuleX.Api.Hosting;
using ModuleX.Application.Runs;

namespace ModuleX.Api.Surfaces.Simple;

/// <summary>Both bodies of document 2: <c>{action, parameters}</c>, and <c>{parameters: {action, ...}}</c> as some agents send it.</summary>
/// <param name="Parameters">An object; undefined when none was sent.</param>
/// <param name="UserId">Null where the body has none.</param>
/// <param name="Account">Null where the body has none.</param>
internal sealed record ExecuteRequest(string Action, JsonElement Parameters, string? UserId, string? Account)
{
    public static async ValueTask<ExecuteRequest?> BindAsync(HttpContext context) => Of(await JsonBody.ReadAsync(context));

    /// <exception cref="InvalidRequestException">The body is of neither form.</exception>
    public static ExecuteRequest Of(JsonElement body)
    {
        var (action, parameters) = RunBody.Read(body, mayBeInside: true, OwnerOfRequest.QueryName, AccountOfRequest.QueryName);
        return new(action, parameters, OwnerOfRequest.NameIn(body), AccountOfRequest.NameIn(body));
    }
}

/// <summary>The usual one of the two bodies, for the endpoint's description.</summary>
/// <param name="Action">An action of the tool, by its name or an alias; it may also stand inside of the parameters.</param>
/// <param name="Parameters">What the action takes, by name.</param>
/// <param name="Arguments">The same under the name that models give it; one of the two.</param>
/// <param name="UserId">The person, where the query does not name them.</param>
/// <param name="Account">Which of the person's accounts of the tool; the default one without it.</param>
internal sealed record ExecuteBody(
    [property: MaxLength(128)] string? Action = null,
    IReadOnlyDictionary<string, JsonElement>? Parameters = null,
    IReadOnlyDictionary<string, JsonElement>? Arguments = null,
    [property: MaxLength(128)] string? UserId = null,
    [property: MaxLength(32)] string? Account = null);

/// <summary>What execute answers; written by hand around the tool's own JSON.</summary>
/// <param name="Result">The tool's answer: any JSON; for text <c>{content_type, text}</c>, for other content <c>{content_type, base64}</c>.</param>
/// <param name="ExecutionTime">Seconds.</param>
internal sealed record ExecuteResponse(
    bool Success,
    string ToolName,
    string Action,
    JsonElement? Result,
    double ExecutionTime);

/// <summary>A function in OpenAI's format, as the Vercel AI SDK takes it.</summary>
internal sealed record FunctionToolResponse(
    [property: AllowedValues("function")] string Type,
    FunctionResponse Function,
    FunctionMetadata Metadata)
{
    public static FunctionToolResponse Of(FunctionView function, bool strict) => new(
        "function",
        new(function.Name, function.Description, function.Parameters, strict ? true : null),
        new(function.Tool.Name, function.Action.Name));
}

/// <param name="Name">At most 64 characters of <c>a-zA-Z0-9_-</c>.</param>
/// <param name="Parameters">A JSON Schema of an object.</param>
/// <param name="Strict">True with <c>strict=true</c>, absent otherwise.</param>
internal sealed record FunctionResponse(
    string Name,
    string Description,
    JsonElement Parameters,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Strict);

/// <summary>A tool in Anthropic's format, which takes no members of others.</summary>
/// <param name="Name">The same as in OpenAI's format.</param>
/// <param name="InputSchema">A JSON Schema of an object.</param>
internal sealed record AnthropicToolResponse(string Name, string Description, JsonElement InputSchema)
{
    public static AnthropicToolResponse Of(FunctionView function) => new(function.Name, function.Description, function.Parameters);
}

/// <param name="ToolKey">The tool to execute.</param>
/// <param name="Action">The action to execute.</param>
internal sealed record FunctionMetadata(string ToolKey, string Action);
