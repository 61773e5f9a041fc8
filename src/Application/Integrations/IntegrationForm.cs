using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Integrations;

/// <summary>Reads what an organization sends for a tool.</summary>
internal static class IntegrationForm
{
    private const int MaximumConfigLength = 65_536;
    private const int MaximumValueLength = 8192;
    private const string ConfigName = "config_data";
    private const string EnvironmentName = "environment_variables";

    /// <summary>Invalid: it is no JSON object, or too long. Null is an empty one.</summary>
    public static Result<JsonObject> ReadConfig(JsonElement? sent)
    {
        if (sent is not { } value || value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined) return new JsonObject();
        if (!JsonRules.IsUnicodeObject(value)) return Refused($"{ConfigName} must be an object of Unicode text", ProblemRule.DictionaryType);
        if (value.GetRawText().Length > MaximumConfigLength)
            return Refused($"{ConfigName} has more than {MaximumConfigLength} characters", ProblemRule.ValueError);
        return JsonNode.Parse(value.GetRawText())!.AsObject();

        static Error Refused(string message, string rule) => Invalid([new Problem(Problem.PointerTo(ConfigName), message) { Rule = rule }]);
    }

    /// <summary>
    /// The variables with what is sent put over what is stored; null or empty takes a value away. Invalid, with a problem each: names that the
    /// manifest does not have, and values that are too long or have control characters.
    /// </summary>
    /// <param name="member">Where in the request they stand.</param>
    public static Result<ImmutableSortedDictionary<string, string>> Merge(
        ToolDefinition tool, ImmutableSortedDictionary<string, string> stored, IReadOnlyDictionary<string, string?> sent, string member = EnvironmentName)
    {
        var known = tool.EnvironmentVariables.Select(variable => variable.Name).ToHashSet();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var (name, value) in sent.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!known.Contains(name)) Refuse(name, $"{name} is no environment variable of {tool.Name}");
            else if (value?.Length > MaximumValueLength) Refuse(name, $"{name} has more than {MaximumValueLength} characters");
            // A private key has several lines; nothing else of the kind belongs into a secret.
            else if (value is not null && value.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'))) Refuse(
                name, $"{name} has control characters");
            stored = string.IsNullOrEmpty(value) ? stored.Remove(name) : stored.SetItem(name, value);
        }
        return problems.Count == 0 ? stored : Invalid(problems.ToImmutable());

        void Refuse(string name, string message) => problems.Add(new Problem(Problem.PointerTo(member, name), message) { Rule = ProblemRule.ValueError });
    }

    public static Error Invalid(ImmutableArray<Problem> problems) => ValidationErrors.Invalid(problems);
}
