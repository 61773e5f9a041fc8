using System.Collections.Immutable;
using System.Text.Json;
using ModuleX.Application.Integrations;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Modules;

/// <summary>Reads the settings that are sent for a module: values of the environment variables that its manifest names.</summary>
internal static class ModuleForm
{
    private const string Name = "settings";

    /// <summary>What is sent put over what is stored. Invalid, with a problem each.</summary>
    /// <param name="sent">Null changes nothing.</param>
    public static Result<ImmutableSortedDictionary<string,
        string>> Merge(ToolDefinition tool, ImmutableSortedDictionary<string, string> stored, JsonElement? sent)
    {
        if (sent is not { } settings) return stored;
        if (!JsonRules.IsUnicodeObject(settings))
            return Refused([new Problem(Problem.PointerTo(Name), $"{Name} must be an object of Unicode text") { Rule = ProblemRule.DictionaryType }]);
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var values = new Dictionary<string, string?>();
        foreach (var member in settings.EnumerateObject())
        {
            if (member.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
                problems.Add(new Problem(Problem.PointerTo(Name, member.Name), $"{member.Name} must be text or null") { Rule = ProblemRule.StringType });
            else if (member.Value.ValueKind == JsonValueKind.String && member.Value.GetString() == ConfigSecrets.Hidden
                && ConfigSecrets.IsSecret(tool, member.Name)) Keep(member.Name);
            else values[member.Name] = member.Value.GetString();
        }
        var merged = IntegrationForm.Merge(tool, stored, values, Name);
        problems.AddRange(merged.Error?.Problems ?? []);
        return problems.Count == 0 ? merged : Refused(problems.ToImmutable());

        // A form that sends back what it was shown must not overwrite a secret with its mask.
        void Keep(string name)
        {
            if (!stored.ContainsKey(name))
                problems.Add(new Problem(Problem.PointerTo(Name, name), $"{name} has no stored value that {ConfigSecrets.Hidden} could keep"));
        }
    }

    private static Error Refused(ImmutableArray<Problem> problems) => ValidationErrors.Invalid(problems);
}
