using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModuleX.Application.Integrations;
using ModuleX.Application.Messaging;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.Runs;

/// <summary>The enabled actions of an owner's active tools as functions that a model can call.</summary>
/// <param name="Strict">Write the parameters as OpenAI's strict mode takes them.</param>
/// <param name="Organization">Leaves out what this organization has not installed; null leaves out nothing.</param>
public sealed record ListFunctionsQuery(ToolUser User, bool Strict, OrganizationId? Organization = null) : IQuery<IReadOnlyList<FunctionView>>;

/// <summary>A function in the sense of OpenAI and Anthropic.</summary>
/// <param name="Name">At most 64 characters of <c>a-zA-Z0-9_-</c>, unique in the list.</param>
/// <param name="Parameters">A JSON Schema of an object.</param>
public sealed record FunctionView(string Name, string Description, JsonElement Parameters, ToolDefinition Tool, ActionDefinition Action);

internal sealed class ListFunctionsHandler(OwnerTools ownerTools, IInstalledTools installed) : IQueryHandler<ListFunctionsQuery, IReadOnlyList<FunctionView>>
{
    private static readonly string[] NotAtTheTop = ["oneOf", "anyOf", "allOf", "not", "enum"];

    // A catalog is immutable and replaced whole, so what was written once for an action holds as long as the action.
    private static readonly ConditionalWeakTable<ActionDefinition, StrongBox<JsonElement>> PlainSchemas = [];
    private static readonly ConditionalWeakTable<ActionDefinition, StrongBox<JsonElement>> StrictSchemas = [];

    public async Task<Result<IReadOnlyList<FunctionView>>> Handle(ListFunctionsQuery query, CancellationToken cancellationToken)
    {
        var tools = await ownerTools.ListAsync(query.User, cancellationToken);
        var names = query.Organization is { } organization ? await installed.ListAsync(query.User.Tenant, organization, cancellationToken) : null;
        return WithNamesApart([.. tools
            .Where(tool => tool.IsActive && (names is null || names.Contains(tool.Tool.Name)))
            .SelectMany(tool => tool.Actions
                .Where(action => action.IsActive && action.Action.Request is not null)
                .Select(action => ViewOf(tool.Tool, action.Action, query.Strict)))]);
    }

    /// <summary>
    /// A tool's name may hold a _, so two names can read alike; both get a hash then, for providers refuse a list that names a function twice.
    /// </summary>
    private static List<FunctionView> WithNamesApart(List<FunctionView> functions)
    {
        var alike = functions.CountBy(function => function.Name).Where(pair => pair.Value > 1).Select(pair => pair.Key).ToHashSet();
        if (alike.Count == 0) return functions;
        return functions.ConvertAll(
            function => alike.Contains(function.Name) ? function with { Name = FunctionNames.Apart(function.Tool.Name, function.Action.Name) } : function);
    }

    private static FunctionView ViewOf(ToolDefinition tool, ActionDefinition action, bool strict)
    {
        var parameters = strict
            ? StrictSchemas.GetValue(action, key => new(StrictSchema.Of(key.Parameters.Source)))
            : PlainSchemas.GetValue(action, key => new(Plain(key.Parameters.Source)));
        return new(FunctionNames.Of(tool.Name, action.Name), action.Description, parameters.Value, tool, action);
    }

    /// <summary>
    /// The schema as providers take it: with its list of required parameters, which document 2 shows even when it is empty, and without what makes
    /// them refuse the whole request. A run is held to that all the same, also to take no other parameters, which is not said for each function: it
    /// costs as much as a parameter.
    /// </summary>
    private static JsonElement Plain(JsonElement schema)
    {
        var isClosed = schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.False;
        if (!isClosed && schema.TryGetProperty("required", out _) && !NotAtTheTop.Any(keyword => schema.TryGetProperty(keyword, out _))) return schema;
        var written = JsonObject.Create(schema)!;
        if (isClosed) written.Remove("additionalProperties");
        foreach (var keyword in NotAtTheTop) written.Remove(keyword);
        written.TryAdd("required", new JsonArray());
        return JsonElement.Parse(written.ToJsonString());
    }
}
