using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.Simple;

/// <param name="Docs">The path of the documentation page.</param>
internal sealed record RootResponse(string Message, string Version, string Docs, RootEndpoints Endpoints);

internal sealed record RootEndpoints(RootAuthEndpoints Auth, RootToolEndpoints Tools);

internal sealed record RootAuthEndpoints(string GetAuthUrl, string Callback, string ListUserTools);

internal sealed record RootToolEndpoints(
    string ListTools,
    string GetToolInfo,
    string ExecuteTool,
    [property: JsonPropertyName("get_user_openai_tools")] string GetUserOpenAiTools);

/// <param name="Status">healthy.</param>
/// <param name="Environment">In lower case: development, production.</param>
internal sealed record HealthResponse(string Status, string Service, string Version, string Environment);
