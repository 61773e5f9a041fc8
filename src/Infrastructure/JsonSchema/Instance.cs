using System.Runtime.InteropServices;
using System.Text.Json;

namespace ModuleX.Infrastructure.JsonSchema;

/// <summary>
/// What a schema is applied to: a value of the document, or the name of a property, which is a string
/// that has no <see cref="JsonElement"/> of its own.
/// </summary>
internal readonly ref struct Instance
{
    private readonly ReadOnlySpan<byte> _name;

    public Instance(JsonElement value)
    {
        Value = value;
        Kind = value.ValueKind;
    }

    private Instance(ReadOnlySpan<byte> name)
    {
        _name = name;
        Kind = JsonValueKind.String;
    }

    public JsonValueKind Kind { get; }

    /// <summary>The value; undefined for the name of a property.</summary>
    public JsonElement Value { get; }

    /// <summary>A string as the document has it: UTF-8, escaped, without its quotes.</summary>
    public ReadOnlySpan<byte> RawText =>
        Value.ValueKind is JsonValueKind.Undefined ? _name : JsonMarshal.GetRawUtf8Value(Value)[1..^1];

    public static Instance NameOf(JsonProperty property) => new(JsonMarshal.GetRawUtf8PropertyName(property));

    public Number ToNumber() => new(JsonMarshal.GetRawUtf8Value(Value));
}
