using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.Simple;

/// <param name="Docs">The path of the documentation page.</param>
internal sealed record RootResponse(
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("docs")] string Docs,
    [property: JsonPropertyName("endpoints")] RootEndpoints Endpoints);

internal sealed record RootEndpoints(
    [property: JsonPropertyName("auth")] RootAuthEndpoints Auth,
    [property: JsonPropertyName("tools")] RootToolEndpoints Tools);

internal sealed record RootAuthEndpoints(
    [property: JsonPropertyName("get_auth_url")] string GetAuthUrl,
    [property: JsonPropertyName("callback")] string Callback,
    [property: JsonPropertyName("list_user_tools")] string ListUserTools);

internal sealed record RootToolEndpoints(
    [property: JsonPropertyName("list_tools")] string ListTools,
    [property: JsonPropertyName("get_tool_info")] string GetToolInfo,
    [property: JsonPropertyName("execute_tool")] string ExecuteTool,
    [property: JsonPropertyName("get_user_openai_tools")] string GetUserOpenAiTools);

/// <param name="Status">healthy.</param>
/// <param name="Environment">In lower case: development, production.</param>
internal sealed record HealthResponse(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("service")] string Service,
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("environment")] string Environment);
