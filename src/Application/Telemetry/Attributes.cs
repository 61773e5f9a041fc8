namespace ModuleX.Application.Telemetry;

/// <summary>
/// Names of what spans and measurements say: OpenTelemetry's where it has one (semantic conventions 1.4x; those of <c>gen_ai</c> are in
/// development), <c>modulex.*</c> elsewhere. None of them ever holds a parameter, a query, a credential or an owner.
/// </summary>
public static class Attributes
{
    /// <summary>Why something failed: the code of an error, or the status of an answer. Absent for success.</summary>
    public const string ErrorType = "error.type";

    public const string OperationName = "gen_ai.operation.name";

    /// <summary>The name that an agent knows a function by: tool and action.</summary>
    public const string ToolName = "gen_ai.tool.name";

    /// <summary><c>extension</c>: runs on the agent's side, and calls a service.</summary>
    public const string ToolType = "gen_ai.tool.type";

    public const string Method = "http.request.method";
    public const string Route = "http.route";
    public const string StatusCode = "http.response.status_code";
    public const string ProtocolVersion = "network.protocol.version";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string UrlPath = "url.path";
    public const string UrlScheme = "url.scheme";

    /// <summary>The path as a manifest writes it, with names where parameters go.</summary>
    public const string UrlTemplate = "url.template";

    public const string Tool = "modulex.tool";
    public const string Action = "modulex.action";

    /// <summary>How something ended: one of few words, or the code of an error.</summary>
    public const string Outcome = "modulex.outcome";

    /// <summary>The kind of the error: <c>Upstream</c>, <c>Forbidden</c> and the like.</summary>
    public const string ErrorKind = "modulex.error.kind";

    /// <summary>Which HTTP API answered.</summary>
    public const string Surface = "modulex.surface";
}
