using System.Text.Json;

namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary><c>type</c>. An integer is a number without a fraction, however it is written: 1.0 is one.</summary>
internal sealed class TypeKeyword : Assertion
{
    private static readonly Dictionary<string, (JsonTypes Type, string Title)> Names = new()
    {
        ["null"] = (JsonTypes.Null, "null"),
        ["boolean"] = (JsonTypes.Boolean, "a boolean"),
        ["integer"] = (JsonTypes.Integer, "an integer"),
        ["number"] = (JsonTypes.Number, "a number"),
        ["string"] = (JsonTypes.String, "a string"),
        ["array"] = (JsonTypes.Array, "an array"),
        ["object"] = (JsonTypes.Object, "an object"),
    };

    private readonly JsonTypes _types;

    private TypeKeyword(IReadOnlyCollection<string> names)
        : base($"must be {Sentences.Alternatives([.. names.Select(name => Names[name].Title)])}") =>
        _types = names.Aggregate(default(JsonTypes), (types, name) => types | Names[name].Type);

    [Flags]
    private enum JsonTypes
    {
        None = 0,
        Null = 1,
        Boolean = 2,
        Integer = 4,
        Number = 8,
        String = 16,
        Array = 32,
        Object = 64,
    }

    public static TypeKeyword? Read(SchemaSite site)
    {
        if (!site.TryGet("type", out var written))
            return null;

        var names = written.ValueKind is JsonValueKind.String ? [Text.Of(written)] : site.Texts("type", atLeast: 1);
        if (names is null)
            return null;
        if (names.All(Names.ContainsKey))
            return new TypeKeyword(names);

        site.Refuse("type", $"must name types out of {string.Join(", ", Names.Keys)}");
        return null;
    }

    protected override bool Holds(scoped in Instance value) => value.Kind switch
    {
        JsonValueKind.Null => Has(JsonTypes.Null),
        JsonValueKind.True or JsonValueKind.False => Has(JsonTypes.Boolean),
        JsonValueKind.Number => Has(JsonTypes.Number) || (Has(JsonTypes.Integer) && value.ToNumber().IsInteger),
        JsonValueKind.String => Has(JsonTypes.String),
        JsonValueKind.Array => Has(JsonTypes.Array),
        _ => Has(JsonTypes.Object),
    };

    private bool Has(JsonTypes type) => (_types & type) != JsonTypes.None;
}
