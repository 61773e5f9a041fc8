using System.Text.Json;

namespace ModuleX.Infrastructure.JsonSchema;

/// <summary>Equality of JSON values as JSON Schema has it: numbers by value, objects without an order.</summary>
internal static class JsonValues
{
    /// <summary>From here on an object is compared through a dictionary; quadratic time would be an attack.</summary>
    private const int ManyProperties = 16;

    public static bool AreEqual(scoped in Instance left, scoped in Instance right) =>
        left.Kind == right.Kind && left.Kind switch
        {
            JsonValueKind.String => AreEqual(left.RawText, right.RawText),
            JsonValueKind.Number => left.ToNumber().ComparedTo(right.ToNumber()) == 0,
            JsonValueKind.Array => AreEqualArrays(left.Value, right.Value),
            JsonValueKind.Object => AreEqualObjects(left.Value, right.Value),
            _ => true,
        };

    /// <summary>The same for equal values. The process seeds it, so values that collide can't be prepared.</summary>
    public static int HashOf(scoped in Instance value)
    {
        var hash = new HashCode();
        hash.Add(value.Kind);
        if (value.Kind is JsonValueKind.String)
            hash.Add(HashOf(value.RawText));
        else if (value.Kind is JsonValueKind.Number)
            hash.Add(value.ToNumber().GetHashCode());
        else if (value.Kind is JsonValueKind.Array)
            foreach (var item in value.Value.EnumerateArray())
                hash.Add(HashOf(new Instance(item)));
        else if (value.Kind is JsonValueKind.Object)
            hash.Add(HashOfObject(value.Value));
        return hash.ToHashCode();
    }

    private static bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (!left.Contains((byte)'\\') && !right.Contains((byte)'\\'))
            return left.SequenceEqual(right);

        using var one = new Text(left, stackalloc char[Text.ScratchLength]);
        using var other = new Text(right, stackalloc char[Text.ScratchLength]);
        return one.Chars.SequenceEqual(other.Chars);
    }

    private static bool AreEqualArrays(JsonElement left, JsonElement right)
    {
        if (left.GetArrayLength() != right.GetArrayLength())
            return false;

        var other = right.EnumerateArray();
        foreach (var item in left.EnumerateArray())
        {
            other.MoveNext();
            if (!AreEqual(new Instance(item), new Instance(other.Current)))
                return false;
        }

        return true;
    }

    private static bool AreEqualObjects(JsonElement left, JsonElement right)
    {
        var count = left.GetPropertyCount();
        if (count != right.GetPropertyCount())
            return false;
        if (count > ManyProperties)
            return AreEqualLargeObjects(left, right);

        foreach (var property in left.EnumerateObject())
            if (!Has(right, property))
                return false;
        return true;
    }

    private static bool Has(JsonElement container, JsonProperty wanted)
    {
        foreach (var property in container.EnumerateObject())
            if (AreEqual(Instance.NameOf(property), Instance.NameOf(wanted)))
                return AreEqual(new Instance(property.Value), new Instance(wanted.Value));
        return false;
    }

    private static bool AreEqualLargeObjects(JsonElement left, JsonElement right)
    {
        var others = new Dictionary<string, JsonElement>();
        foreach (var property in right.EnumerateObject())
            others[Text.NameOf(property)] = property.Value;

        foreach (var property in left.EnumerateObject())
            if (!others.TryGetValue(Text.NameOf(property), out var other) || !AreEqual(new Instance(property.Value), new Instance(other)))
                return false;
        return true;
    }

    private static int HashOf(ReadOnlySpan<byte> raw)
    {
        using var text = new Text(raw, stackalloc char[Text.ScratchLength]);
        return string.GetHashCode(text.Chars, StringComparison.Ordinal);
    }

    private static int HashOfObject(JsonElement value)
    {
        // A sum has no order either, and unlike an exclusive or does not forget what comes twice.
        var hash = 0;
        foreach (var property in value.EnumerateObject())
            hash += HashCode.Combine(HashOf(Instance.NameOf(property)), HashOf(new Instance(property.Value)));
        return hash;
    }
}
