using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using ModuleX.Domain.Catalog;

namespace ModuleX.Infrastructure.Runs.Requests;

/// <summary>Everything about an action's request that does not depend on one call, worked out once.</summary>
internal sealed class ActionPlan
{
    // A catalog is immutable and replaced whole, so a plan holds as long as its action, and goes with it.
    private static readonly ConditionalWeakTable<ActionDefinition, ActionPlan> Plans = [];

    private static readonly string UserAgent = $"ModuleX/{typeof(ActionPlan).Assembly.GetName().Version?.ToString(3) ?? "0"}";

    private ActionPlan(ToolDefinition tool, ActionDefinition action, RequestTemplate request)
    {
        Tool = tool;
        Action = action;
        Request = request;
        Method = HttpMethod.Parse(request.Method);
        Query = new QueryString(request);
        Body = BodyPlan.Of(request);
        PathPlacements = request.Parameters.Where(placement => placement.Target == ParameterTarget.Path).ToFrozenDictionary(placement => placement.TargetName);
        HeaderPlacements = [.. request.Parameters.Where(placement => placement.Target == ParameterTarget.Header)];
        QuerySeparator = request.Path.Text.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        PathTemplate = request.Path.Text.Split('?')[0];
        ConstantUrl = (request.Server ?? tool.Server.Url).Constant is { } server && Query.IsConstant && !request.Path.Names.Any() ? UrlBehind(server) : null;
        (Headers, ContentType) = FixedHeaders(tool, request.FixedHeaders);
        // Whether a success has to be read, or can be handed on as the bytes that it is.
        ReadsSuccess = action.Response.Select is not null || action.Response.Success is not null
            || action.Errors.Any(rule => rule.Path is not null && (rule.Statuses.IsEmpty || rule.Statuses.Any(status => status is >= 200 and < 300)));
        JudgesSuccess = action.Errors.Any(rule => rule.Statuses.IsEmpty || rule.Statuses.Any(status => status is >= 200 and < 300));
    }

    public ToolDefinition Tool { get; }

    public ActionDefinition Action { get; }

    public RequestTemplate Request { get; }

    public HttpMethod Method { get; }

    public QueryString Query { get; }

    /// <summary>What stands before the query's first pair.</summary>
    public char QuerySeparator { get; }

    /// <summary>The whole address; null where a parameter or a field of the connection is part of it.</summary>
    public Uri? ConstantUrl { get; }

    /// <summary>The path as the manifest writes it, without a query.</summary>
    public string PathTemplate { get; }

    /// <summary>By the name in the path's template.</summary>
    public FrozenDictionary<string, ParameterPlacement> PathPlacements { get; }

    public ImmutableArray<ParameterPlacement> HeaderPlacements { get; }

    /// <summary>Sent with every request; the action's own over the tool's.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; }

    /// <summary>What the manifest says the body is; null for what its format says.</summary>
    public string? ContentType { get; }

    /// <summary>Null for an action that sends no body.</summary>
    public BodyPlan? Body { get; }

    /// <summary>True when a success must be parsed: something of it is selected, or it can say that it is none.</summary>
    public bool ReadsSuccess { get; }

    /// <summary>True when an error rule can match an answer with a success status.</summary>
    public bool JudgesSuccess { get; }

    /// <exception cref="InvalidOperationException">The action has no request; the use case refuses such an action before.</exception>
    public static ActionPlan Of(ToolDefinition tool, ActionDefinition action)
    {
        // Settings can make another tool out of the same actions.
        if (Plans.TryGetValue(action, out var plan) && ReferenceEquals(plan.Tool, tool)) return plan;
        plan = new ActionPlan(tool, action, action.Request ?? throw new InvalidOperationException("An action without a request has no plan."));
        Plans.AddOrUpdate(action, plan);
        return plan;
    }

    /// <summary>What a manifest sends with every request of its tool, whatever the action.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> HeadersOf(ToolDefinition tool) => FixedHeaders(tool, []).Headers;

    private Uri UrlBehind(Uri server)
    {
        var text = new StringBuilder(server.AbsoluteUri);
        if (text[^1] == '/') text.Length--;
        Query.AppendFixed(text.Append(Request.Path.Text), QuerySeparator);
        return new Uri(text.ToString());
    }

    private static (ImmutableArray<KeyValuePair<string, string>> Headers, string? ContentType) FixedHeaders(
        ToolDefinition tool, ImmutableArray<KeyValuePair<string, string>> own)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Accept"] = "application/json", ["User-Agent"] = UserAgent };
        foreach (var (name, value) in tool.Server.Headers) headers[name] = value;
        foreach (var (name, value) in own) headers[name] = value;
        headers.Remove("Content-Type", out var contentType);
        return ([.. headers], contentType);
    }
}
