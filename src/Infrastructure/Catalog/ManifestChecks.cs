using System.Text.Json;
using System.Text.RegularExpressions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>What a schema can't say of a manifest: that names meet what they name.</summary>
internal static class ManifestChecks
{
    public const string NoPath = "is no JSONPath of names, indexes and [*]";

    public static IEnumerable<Problem> Of(JsonElement manifest, string folder)
    {
        if (manifest.Text("name") != folder) yield return new("/name", $"must be the name of its folder, {folder}");
        foreach (var problem in DependencyProblems(manifest)) yield return problem;
        foreach (var problem in AuthChecks.Of(manifest)) yield return problem;
        foreach (var problem in PatternProblems(manifest)) yield return problem;
        foreach (var problem in RuleProblems(manifest, "")) yield return problem;
        foreach (var (index, path) in (manifest.Member("verification") ?? default).Texts("label").Index())
        {
            if (JsonPath.Parse(path) is null) yield return new($"/verification/label/{index}", NoPath);
        }

        var names = new HashSet<string>();
        foreach (var (action, index) in manifest.Items("actions").Select((action, index) => (action, index)))
        {
            var at = $"/actions/{index}";
            foreach (var name in action.Texts("aliases").Insert(0, action.Text("name")!))
            {
                if (!names.Add(name)) yield return new($"{at}/name", $"{name} is already the name or alias of another action");
            }
            foreach (var problem in ActionProblems(manifest, action, at)) yield return problem;
        }
    }

    /// <summary>Whether what it names is there, only the whole folder can tell.</summary>
    private static IEnumerable<Problem> DependencyProblems(JsonElement manifest)
    {
        var seen = new HashSet<string>();
        foreach (var (name, index) in manifest.Texts("dependencies").Select((name, index) => (name, index)))
        {
            if (name == manifest.Text("name")) yield return new($"/dependencies/{index}", "is the tool itself");
            else if (!seen.Add(name)) yield return new($"/dependencies/{index}", $"{name} is named twice");
        }
    }

    private static IEnumerable<Problem> ActionProblems(JsonElement manifest, JsonElement action, string at)
    {
        var parameters = action.GetProperty("parameters");
        var known = parameters.Members("properties").Select(property => property.Name).ToHashSet();
        var required = parameters.Texts("required").ToHashSet();
        foreach (var name in required.Where(name => !known.Contains(name)))
            yield return new($"{at}/parameters/required", $"{name} is not among the properties");
        foreach (var problem in RuleProblems(action, at)) yield return problem;
        foreach (var name in new[] { "parameter", "size_parameter" })
        {
            if (action.Member("pagination")?.Text(name) is { } named && !known.Contains(named))
                yield return new($"{at}/pagination/{name}", $"{named} is not a parameter");
        }
        foreach (var problem in BehaviourProblems(action, $"{at}/behaviour")) yield return problem;
        if (action.Member("request") is { } request)
        {
            foreach (var problem in RequestProblems(manifest, request, known, required, parameters, $"{at}/request")) yield return problem;
        }
    }

    /// <summary>The flags tell one story: docs/adding-a-tool.md has the rule.</summary>
    private static IEnumerable<Problem> BehaviourProblems(JsonElement action, string at)
    {
        if (action.Member("behaviour") is not { } behaviour) yield break;
        var isDestructive = behaviour.Flag("destructive") ?? action.Member("request")?.Text("method") == "DELETE";
        if (isDestructive && behaviour.Flag("read_only") == true) yield return new($"{at}/read_only", "a destructive action can't be read_only");
        if (!isDestructive && behaviour.Flag("needs_approval") == true) yield return new($"{at}/needs_approval", "only a destructive action can need approval");
    }

    private static IEnumerable<Problem> RequestProblems(
        JsonElement manifest, JsonElement request, HashSet<string> known, HashSet<string> required, JsonElement parameters, string at)
    {
        foreach (var name in new PathTemplate(request.Text("path")!).Names)
        {
            if (!known.Contains(name)) yield return new($"{at}/path", $"{{{name}}} is not a parameter");
            else if (!required.Contains(name) && parameters.Member("properties")?.Member(name)?.Member("default") is null) yield return new(
                $"{at}/path", $"{{{name}}} must be a required parameter or have a default");
        }
        foreach (var member in request.Members("parameters").Where(member => !known.Contains(member.Name)))
            yield return new($"{at}/parameters/{member.Name}", "is not a parameter");
        if (request.Member("mime") is { } mime)
        {
            foreach (var name in RequestMapper.ParametersOf(RequestMapper.MimeOf(mime)).Where(name => !known.Contains(name)))
                yield return new($"{at}/mime", $"{name} is not a parameter");
        }
        if (request.Members("parameters").Count(member => member.Value.Text("in") == "media") > 1)
            yield return new($"{at}/parameters", "only one parameter can be the media");
        if (request.Text("server") is { } server && new UrlTemplate(server).Constant is { } uri
            && !manifest.GetProperty("server").Texts("allowed_hosts").Any(host => HostPattern.Matches(host, uri.Host)))
            yield return new($"{at}/server", $"{uri.Host} is not in /server/allowed_hosts");
    }

    /// <summary>Paths in error rules, success rules, selections and pagination.</summary>
    private static IEnumerable<Problem> RuleProblems(JsonElement owner, string at)
    {
        var response = owner.Member("response") is not null ? "response" : "defaults/response";
        var rules = owner.Member("response") ?? owner.Member("defaults")?.Member("response") ?? default;
        var places = owner.Items("errors")
            .SelectMany((rule, index) => new[] { "path", "message", "scopes" }.Select(name => ($"{at}/errors/{index}/{name}", rule.Text(name))))
            .Append(($"{at}/{response}/select", rules.Text("select")))
            .Append(($"{at}/{response}/success/path", rules.Member("success")?.Text("path")))
            .Append(($"{at}/{response}/success/message", rules.Member("success")?.Text("message")))
            .Append(($"{at}/pagination/next", owner.Member("pagination")?.Text("next")));
        foreach (var (pointer, text) in places)
        {
            if (text is not null && JsonPath.Parse(text) is null) yield return new(pointer, NoPath);
        }
    }

    private static IEnumerable<Problem> PatternProblems(JsonElement manifest)
    {
        var places = manifest.Items("connection_fields").Select((field, index) => ($"/connection_fields/{index}/pattern", field.Text("pattern")))
            .Concat(manifest.Items("auth").SelectMany((auth, index) =>
                auth.Items("fields").Select((field, number) => ($"/auth/{index}/fields/{number}/pattern", field.Text("pattern")))));
        foreach (var (pointer, pattern) in places)
        {
            if (pattern is not null && !IsRegex(pattern)) yield return new(pointer, "is no regular expression that can be matched without backtracking");
        }
    }

    private static bool IsRegex(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
