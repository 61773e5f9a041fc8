using System.Text.Json.Nodes;

namespace ModuleX.Api.Tests.OpenApi;

/// <summary>Finds what a client of one document would trip over in a later one.</summary>
internal static class BreakingChanges
{
    /// <summary>Each with the operation that it breaks and a sentence.</summary>
    public static IReadOnlyList<(string Operation, string What)> Between(JsonObject before, JsonObject after)
    {
        var (old, now) = (before.Operations(), after.Operations());
        var found = new List<(string, string)>();
        foreach (var (id, operation) in old)
        {
            if (!now.TryGetValue(id, out var changed))
            {
                found.Add((id, "is gone"));
                continue;
            }
            if (changed.Path != operation.Path || changed.Method != operation.Method) found.Add((id, $"is {changed.Method} {changed.Path} now"));
            found.AddRange(OfParameters(operation, changed).Concat(OfBody(before, operation, after, changed))
                .Concat(OfAnswers(before, operation, after, changed)).Distinct().Select(what => (id, what)));
        }
        return found;
    }

    private static IEnumerable<string> OfParameters(Operation old, Operation now)
    {
        static string NameOf(JsonObject parameter) => $"{parameter["in"]} {parameter["name"]}";
        static bool IsRequired(JsonObject parameter) => parameter["required"]?.GetValue<bool>() == true;
        var known = old.Parameters.ToDictionary(NameOf);
        foreach (
            var parameter in now.Parameters.Where(
                parameter => IsRequired(parameter)
                && (!known.TryGetValue(NameOf(parameter), out var before) || !IsRequired(before)))) yield return $"needs {NameOf(parameter)}";
        var left = now.Parameters.ToDictionary(NameOf);
        foreach (var (name, parameter) in known)
        {
            if (!left.TryGetValue(name, out var changed)) yield return $"takes no {name} any more";
            else if (Narrower(parameter["schema"]!.AsObject(), changed["schema"]!.AsObject()) is { } how) yield return $"takes for {name} {how}";
        }
    }

    private static IEnumerable<string> OfBody(JsonObject before, Operation old, JsonObject after, Operation now)
    {
        if (now.Body is null) return [];
        return old.Body is null ? ["needs a body"] : OfRequest(before, old.Body, after, now.Body, "", []);
    }

    private static IEnumerable<string> OfRequest(JsonObject before, JsonNode old, JsonObject after, JsonNode now, string at, HashSet<string> seen)
    {
        if (!seen.Add($"{old["$ref"]} {now["$ref"]} {at}") || at.Count(letter => letter == '/') > 8) yield break;
        var (was, @is) = (before.Resolve(old), after.Resolve(now));
        if (Narrower(was, @is) is { } how) yield return $"takes for {(at.Length == 0 ? "the body" : at)} {how}";
        foreach (var name in Names(@is["required"]).Except(Names(was["required"]))) yield return $"needs {at}/{name}";
        foreach (var (name, schema) in Properties(was))
        {
            if (Properties(@is).FirstOrDefault(property => property.Key == name).Value is { } changed)
                foreach (var what in OfRequest(before, schema!, after, changed, $"{at}/{name}", seen)) yield return what;
        }
        if (was["items"] is { } items && @is["items"] is { } others)
            foreach (var what in OfRequest(before, items, after, others, at + "/*", seen)) yield return what;
    }

    private static IEnumerable<string> OfAnswers(JsonObject before, Operation old, JsonObject after, Operation now)
    {
        foreach (var (status, answer) in old.Responses.Where(response => response.Key.StartsWith('2')))
        {
            if (now.Responses[status] is not { } changed) yield return $"answers no {status} any more";
            else if (answer!["content"]?["application/json"]?["schema"] is { } schema)
            {
                if (changed["content"]?["application/json"]?["schema"] is not { } other) yield return $"answers no JSON with {status} any more";
                else foreach (var what in OfAnswer(before, schema, after, other, "", [])) yield return what;
            }
        }
    }

    private static IEnumerable<string> OfAnswer(JsonObject before, JsonNode old, JsonObject after, JsonNode now, string at, HashSet<string> seen)
    {
        if (!seen.Add($"{old["$ref"]} {now["$ref"]} {at}") || at.Count(letter => letter == '/') > 8) yield break;
        var (was, @is) = (before.Resolve(old), after.Resolve(now));
        // A client may meet what it does not know: the reverse of a request.
        if (Narrower(@is, was) is not null) yield return $"answers other values at {(at.Length == 0 ? "the top" : at)}";
        foreach (var name in Names(was["required"]).Except(Names(@is["required"]))) yield return $"does not always answer {at}/{name} any more";
        foreach (var (name, schema) in Properties(was))
        {
            if (Properties(@is).FirstOrDefault(property => property.Key == name).Value is { } changed)
                foreach (var what in OfAnswer(before, schema!, after, changed, $"{at}/{name}", seen)) yield return what;
            else yield return $"does not answer {at}/{name} any more";
        }
        if (was["items"] is { } items && @is["items"] is { } others)
            foreach (var what in OfAnswer(before, items, after, others, at + "/*", seen)) yield return what;
    }

    /// <summary>How the second takes fewer values than the first; null where it does not.</summary>
    private static string? Narrower(JsonObject first, JsonObject second)
    {
        var (types, others) = (first.TypesOf(), second.TypesOf());
        if (others.Count > 0 && (types.Count == 0 || types.Any(type => !others.Contains(type) && !(type == "integer" && others.Contains("number")))))
            return $"only {string.Join(" or ", others)}";
        if (second["enum"] is JsonArray words)
        {
            var left = words.Select(word => word?.ToJsonString()).ToHashSet();
            if (first["enum"] is not JsonArray all || all.Any(word => !left.Contains(word?.ToJsonString())))
                return $"only {string.Join(", ", left.Select(word => word ?? "null"))}";
        }
        foreach (
            var (keyword, isMaximum) in (ReadOnlySpan<(string, bool)>)[("maximum", true), ("maxLength", true), ("maxItems", true),
            ("minimum", false), ("minLength", false), ("minItems", false)])
        {
            if (second[keyword] is not { } limit) continue;
            if (first[keyword] is not { } old
                || (isMaximum ? limit.GetValue<decimal>() < old.GetValue<decimal>()
                : limit.GetValue<decimal>() > old.GetValue<decimal>())) return $"{keyword} {limit}";
        }
        return second["format"]?.ToString() is { } format && first["format"]?.ToString() != format && first["enum"] is null
            ? $"only the format {format}" : null;
    }

    private static IEnumerable<string> Names(JsonNode? list) => (list?.AsArray() ?? []).Select(name => name!.GetValue<string>());

    private static JsonObject Properties(JsonObject schema) => schema["properties"]?.AsObject() ?? [];
}
