using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ModuleX.Api.Hosting.OpenApi;

/// <summary>Values that say nothing, for parameters that no request gave.</summary>
internal static class Blank
{
    private const int Depth = 4;

    /// <summary>Whether requests carry it: a record of a surface or of this layer, text, or a plain value.</summary>
    public static bool IsWire(Type type) =>
        type.IsValueType || type == typeof(string) || (type.Assembly == typeof(Blank).Assembly && type.GetMethod("<Clone>$") is not null);

    public static object? Of(Type type) => Of(type, Depth);

    private static object? Of(Type type, int depth)
    {
        if (type == typeof(string)) return "x";
        if (Nullable.GetUnderlyingType(type) is not null) return null;
        if (type == typeof(JsonElement)) return JsonElement.Parse("{}");
        if (type.IsArray) return Array.CreateInstance(type.GetElementType()!, 0);
        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type)) return Empty(type);
        if (type.IsInterface || type.IsAbstract || typeof(Delegate).IsAssignableFrom(type) || depth == 0) return null;
        var value = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
        {
            // What may be null is left so: a word that is optional is one of a few.
            if (field.FieldType.IsPrimitive || new NullabilityInfoContext().Create(field).WriteState == NullabilityState.Nullable) continue;
            if (FirstWordOf(type, field) is { } word) field.SetValue(value, word);
            else if (Of(field.FieldType, depth - 1) is { } inner) field.SetValue(value, inner);
        }
        return value;
    }

    /// <summary>The word of a field that is one of a few; null for any other field.</summary>
    private static object? FirstWordOf(Type type, FieldInfo field)
    {
        var property = field.Name.StartsWith('<') ? type.GetProperty(field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)]) : null;
        return property?.GetCustomAttribute<AllowedValuesAttribute>()?.Values[0];
    }

    private static object? Empty(Type type)
    {
        var arguments = type.GetGenericArguments();
        if (type.GetField("Empty", BindingFlags.Static | BindingFlags.Public)?.GetValue(null) is { } immutable) return immutable;
        if (arguments.Length == 2)
            return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments)) is { } map && type.IsInstanceOfType(map) ? map : null;
        return arguments.Length == 1 && Array.CreateInstance(arguments[0], 0) is { } list && type.IsInstanceOfType(list) ? list : null;
    }
}
