using System.Collections.Immutable;
using System.Text.Json;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Infrastructure.JsonSchema;

namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>Makes tools and actions as a catalog would hold them.</summary>
internal static class Tools
{
    public static AuthScheme NoAuth { get; } = new() { Id = "none", Kind = AuthKind.None };

    public static AuthScheme Bearer { get; } = new() { Id = "bearer", Kind = AuthKind.Bearer, Placements = [Header("Authorization", "Bearer {token}")] };

    /// <summary>A credential with one new value.</summary>
    public static CredentialValues Secret(string field = "token") => new([new(field, Guid.NewGuid().ToString("N"))]);

    public static CredentialPlacement Header(string name, string template) => new(PlacementTarget.Header, name, new TextTemplate(template));

    public static CredentialPlacement Query(string name, string template) => new(PlacementTarget.Query, name, new TextTemplate(template));

    public static ToolDefinition At(Uri url, params AuthScheme[] auth) => At(url.AbsoluteUri, auth);

    public static ToolDefinition At(string url, params AuthScheme[] auth) => new()
    {
        Name = "testy",
        DisplayName = "Testy",
        Description = "A tool for tests.",
        Version = "1.0.0",
        Server = new ToolServer(new UrlTemplate(url), [], []),
        Auth = auth.Length == 0 ? [NoAuth] : [.. auth],
        Actions = [],
    };

    /// <summary>An action that GETs a path; idempotent as GET is.</summary>
    public static ActionDefinition Get(string path = "/things", params ParameterPlacement[] parameters) => Action("GET", path, parameters);

    public static ActionDefinition Action(string method, string path, params ParameterPlacement[] parameters) => new()
    {
        Name = "do_it",
        Title = "Do it",
        Description = "Does it.",
        Parameters = CompiledSchema.Compile(JsonElement.Parse("""{"type":"object","properties":{}}""")).Required(),
        Request = new RequestTemplate { Method = method, Path = new PathTemplate(path), Parameters = [.. parameters] },
        Behaviour = new ActionBehaviour(method == "GET", false, method is "GET" or "PUT" or "DELETE", false),
        Timeout = TimeSpan.FromSeconds(20),
    };

    /// <summary>An action whose parameters are checked against this schema.</summary>
    public static ActionDefinition Taking(string name, string schema) =>
        ATool.Action(name) with { Parameters = CompiledSchema.Compile(JsonElement.Parse(schema)).Required() };

    public static ParameterPlacement Place(string parameter, ParameterTarget target, string? name = null, bool comma = false, string? wrap = null) =>
        new(parameter, target, name ?? parameter, comma, wrap);

    public static ActionDefinition With(this ActionDefinition action, Func<RequestTemplate, RequestTemplate> change) =>
        action with { Request = change(action.Request!) };

    public static ActionDefinition Within(this ActionDefinition action, double seconds) => action with { Timeout = TimeSpan.FromSeconds(seconds) };

    public static ActionDefinition Mapping(this ActionDefinition action, params ErrorRule[] rules) => action with { Errors = [.. rules] };

    public static ToolDefinition AllowingHosts(this ToolDefinition tool, params string[] hosts) =>
        tool with { Server = tool.Server with { AllowedHosts = [.. hosts] } };

    public static ToolDefinition Sending(this ToolDefinition tool, string header, string value) =>
        tool with { Server = tool.Server with { Headers = ImmutableArray.Create(KeyValuePair.Create(header, value)) } };

    public static JsonPath Path(string text) => JsonPath.Parse(text)!;

    public static JsonElement Value(string json) => JsonElement.Parse(json);
}
