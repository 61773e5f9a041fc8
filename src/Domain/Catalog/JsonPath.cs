using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ModuleX.Domain.Catalog;

/// <summary>A path into a JSON value: the part of JSONPath (RFC 9535) with names, indexes and <c>[*]</c>.</summary>
public sealed partial class JsonPath
{
    private readonly ImmutableArray<Step> _steps;

    private JsonPath(string text, ImmutableArray<Step> steps)
    {
        Text = text;
        _steps = steps;
        IsSingular = steps.All(step => step.Kind != StepKind.Every);
    }

    /// <summary>The path as it was written.</summary>
    public string Text { get; }

    /// <summary>True when it can meet one value at most: no <c>[*]</c> in it.</summary>
    public bool IsSingular { get; }

    /// <summary>Reads a path; null when it is malformed or uses what this subset lacks.</summary>
    public static JsonPath? Parse(string text)
    {
        if (!Whole().IsMatch(text)) return null;
        var steps = ImmutableArray.CreateBuilder<Step>();
        foreach (Match match in SingleStep().Matches(text))
        {
            if (match.Groups["name"].Success) steps.Add(new(StepKind.Name, match.Groups["name"].Value, 0));
            else if (match.Groups["quoted"].Success) steps.Add(new(StepKind.Name, match.Groups["quoted"].Value, 0));
            else if (!match.Groups["index"].Success) steps.Add(new(StepKind.Every, "", 0));
            else if (int.TryParse(match.Groups["index"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)) steps.Add(
                new(StepKind.Index, "", index));
            else return null;
        }
        return new(text, steps.ToImmutable());
    }

    /// <summary>The first value that the path meets, in document order; null when it meets none.</summary>
    public JsonElement? First(JsonElement root)
    {
        foreach (var found in All(root)) return found;
        return null;
    }

    /// <summary>The first value as text: a string without its quotes, anything else as JSON; null when there is none or it is null.</summary>
    public string? FirstText(JsonElement root) => First(root) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { } other => other.GetRawText(),
    };

    /// <summary>Every value that the path meets, in document order.</summary>
    public IEnumerable<JsonElement> All(JsonElement root)
    {
        IEnumerable<JsonElement> current = [root];
        foreach (var step in _steps) current = current.SelectMany(element => Take(element, step));
        return current;
    }

    public override string ToString() => Text;

    private static IEnumerable<JsonElement> Take(JsonElement element, Step step)
    {
        switch (step.Kind, element.ValueKind)
        {
            case (StepKind.Name, JsonValueKind.Object):
                return element.TryGetProperty(step.Name, out var member) ? [member] : [];
            case (StepKind.Index, JsonValueKind.Array):
                var length = element.GetArrayLength();
                var index = step.Index < 0 ? length + step.Index : step.Index;
                return index >= 0 && index < length ? [element[index]] : [];
            case (StepKind.Every, JsonValueKind.Array):
                return element.EnumerateArray();
            case (StepKind.Every, JsonValueKind.Object):
                return element.EnumerateObject().Select(property => property.Value);
            default:
                return [];
        }
    }

    private const string StepPattern = @"(\.(?<name>[A-Za-z_][A-Za-z0-9_-]*)|\.\*|\[\*\]|\[(?<index>-?[0-9]{1,9})\]|\['(?<quoted>[^'\\]+)'\])";

    [GeneratedRegex(@"^\$" + StepPattern + @"*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Whole();

    [GeneratedRegex(StepPattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SingleStep();

    private enum StepKind
    {
        Name,
        Index,
        Every,
    }

    private readonly record struct Step(StepKind Kind, string Name, int Index);
}
