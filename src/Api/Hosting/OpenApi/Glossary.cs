using System.Text.Json;

namespace ModuleX.Api.Hosting.OpenApi;

/// <summary>
/// What the words of the wire mean wherever they stand: names that many records share are explained once, in <c>glossary.json</c>. A comment at the
/// record itself goes before it.
/// </summary>
internal sealed class Glossary
{
    private readonly Words _words;

    public Glossary()
    {
        using var file = typeof(Glossary).Assembly.GetManifestResourceStream("glossary.json")!;
        _words = JsonSerializer.Deserialize<Words>(file, WireJson.Options)!;
    }

    /// <summary>What a field of a record holds; null where it is not described.</summary>
    public string? Field(string name) => _words.Fields.GetValueOrDefault(name);

    /// <summary>What a parameter of a path or query does; null where it is not described.</summary>
    public string? Parameter(string name) => _words.Parameters.GetValueOrDefault(name);

    /// <summary>How long the value of a path's parameter is at the most; null where it is not described.</summary>
    public int? Length(string name) => _words.Lengths.TryGetValue(name, out var length) ? length : null;

    /// <summary>What the endpoints of a tag are about; null where it is not described.</summary>
    public string? Tag(string name) => _words.Tags.GetValueOrDefault(name);

    private sealed record Words(
        Dictionary<string, string> Fields,
        Dictionary<string, string> Parameters,
        Dictionary<string, int> Lengths,
        Dictionary<string, string> Tags);
}
