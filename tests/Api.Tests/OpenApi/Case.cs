using System.Text.Json.Nodes;

namespace ModuleX.Api.Tests.OpenApi;

/// <summary>A request that is made from an operation of the document.</summary>
/// <param name="Body">As it is sent; null for none.</param>
/// <param name="Path">Values of the path's parameters.</param>
/// <param name="Query">Values of the query's parameters.</param>
internal sealed record Case(Operation Operation, string? Body, IReadOnlyDictionary<string, string> Path, IReadOnlyList<(string Name, string Value)> Query)
{
    public string ContentType { get; init; } = "application/json";

    public IReadOnlyList<(string, string)> Headers { get; init; } = [];

    /// <summary>The request that the document allows, with what it requires.</summary>
    public static Case Of(JsonObject document, Operation operation) => new(
        operation,
        operation.Body is { } body ? Sample.Of(document, body)!.ToJsonString() : null,
        operation.Parameters.Where(parameter => parameter["in"]!.GetValue<string>() == "path")
            .ToDictionary(parameter => parameter["name"]!.GetValue<string>(), parameter => Sample.TextOf(document, parameter)),
        [.. operation.Parameters.Where(parameter => parameter["in"]!.GetValue<string>() == "query" && parameter["required"]?.GetValue<bool>() == true)
            .Select(parameter => (parameter["name"]!.GetValue<string>(), Sample.TextOf(document, parameter)))]);

    /// <param name="organization">Named where the operation wants one and the case says nothing else.</param>
    public string Url(string organization)
    {
        var path = Path.Aggregate(
            Operation.Path, (filled, value) => filled.Replace($"{{{value.Key}}}", Uri.EscapeDataString(value.Value), StringComparison.Ordinal));
        var query = Query.ToList();
        if (Operation.TakesOrganization && query.TrueForAll(value => value.Name != "organization_id")) query.Add(("organization_id", organization));
        return query.Count == 0 ? path : path + "?" + string.Join('&', query.Select(value => $"{value.Name}={Uri.EscapeDataString(value.Value)}"));
    }

    public Case WithQuery(string name, params IEnumerable<string> values) =>
        this with { Query = [.. Query.Where(value => value.Name != name), .. values.Select(value => (name, value))] };

    public Case WithPath(string name, string value) => this with { Path = new Dictionary<string, string>(Path) { [name] = value } };

    /// <summary>The same with another member of its body.</summary>
    public Case WithMember(string name, JsonNode? value)
    {
        var body = JsonNode.Parse(Body!)!.AsObject();
        body[name] = value?.DeepClone();
        return this with { Body = body.ToJsonString() };
    }

    public Case WithoutMember(string name)
    {
        var body = JsonNode.Parse(Body!)!.AsObject();
        body.Remove(name);
        return this with { Body = body.ToJsonString() };
    }

    /// <summary>The same with a member of its body twice.</summary>
    public Case WithMemberTwice(string name)
    {
        var body = JsonNode.Parse(Body!)!.AsObject();
        return this with { Body = $"{{{JsonValue.Create(name).ToJsonString()}:{body[name]?.ToJsonString() ?? "null"},{Body![1..]}" };
    }
}
