using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.JsonSchema;

/// <summary>
/// Finds schemas that apply themselves to the very same value: such a check would never end. A schema that applies itself
/// to a part of the value is fine, since the value ends.
/// </summary>
internal sealed class CircleSearch
{
    /// <summary>How many schemas may hand one value on to each other.</summary>
    private const int LongestChain = 100;

    private readonly HashSet<Schema> _open = [];
    private readonly HashSet<Schema> _done = [];

    public CircleSearch(IReadOnlyDictionary<string, Schema> schemas)
    {
        foreach (var (at, schema) in schemas)
            if (Refusal(schema) is { } refusal)
                Problems.Add(new Problem(at, refusal));
    }

    public List<Problem> Problems { get; } = [];

    private string? Refusal(Schema schema)
    {
        if (_done.Contains(schema))
            return null;
        if (!_open.Add(schema))
            return "refers to itself without going deeper into the value";

        var refusal = _open.Count > LongestChain
            ? $"leads through more than {LongestChain} references"
            : schema.InPlace.Select(Refusal).FirstOrDefault(found => found is not null);

        _open.Remove(schema);
        _done.Add(schema);
        return refusal;
    }
}
