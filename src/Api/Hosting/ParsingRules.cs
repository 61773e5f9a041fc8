using System.Collections;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>Which rule a value breaks that can't be read as what it should be, and how that is said.</summary>
internal static class ParsingRules
{
    /// <param name="type">What it should be; null where nobody knows.</param>
    public static string RuleOf(Type? type)
    {
        if (type is null) return ProblemRule.ValueError;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum) return ProblemRule.Enum;
        if (type == typeof(Guid)) return ProblemRule.UuidParsing;
        if (type == typeof(DateTimeOffset)) return ProblemRule.DateTimeParsing;
        if (type == typeof(DateOnly)) return ProblemRule.DateParsing;
        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => ProblemRule.StringType,
            TypeCode.Boolean => ProblemRule.BoolParsing,
            >= TypeCode.SByte and <= TypeCode.UInt64 => ProblemRule.IntParsing,
            TypeCode.Single or TypeCode.Double => ProblemRule.FloatParsing,
            TypeCode.Decimal => ProblemRule.DecimalParsing,
            TypeCode.DateTime => ProblemRule.DateTimeParsing,
            _ => RuleOfManyValues(type),
        };
    }

    /// <param name="name">A type as C# writes it, which is how the framework tells of parameters: <c>int</c>, <c>Nullable&lt;Guid&gt;</c>,
    /// <c>bool[]</c>.</param>
    public static string RuleOf(string name) => RuleOf(name.Replace("Nullable<", "", StringComparison.Ordinal).TrimEnd('>', '[', ']', '?') switch
    {
        "bool" => typeof(bool),
        "short" or "int" or "long" => typeof(long),
        "float" or "double" => typeof(double),
        "decimal" => typeof(decimal),
        nameof(Guid) => typeof(Guid),
        nameof(DateTime) or nameof(DateTimeOffset) => typeof(DateTimeOffset),
        nameof(DateOnly) => typeof(DateOnly),
        _ => null,
    });

    /// <summary>What would be right, to stand behind the name of the value.</summary>
    public static string SentenceOf(string rule) => rule switch
    {
        ProblemRule.ObjectType or ProblemRule.DictionaryType => "must be an object",
        ProblemRule.ListType => "must be a list",
        ProblemRule.StringType => "must be a text",
        ProblemRule.BoolParsing => "must be true or false",
        ProblemRule.IntParsing => "must be a whole number",
        ProblemRule.FloatParsing or ProblemRule.DecimalParsing => "must be a number",
        ProblemRule.UuidParsing => "must be a UUID",
        ProblemRule.DateTimeParsing => "must be a time in ISO 8601, such as 2025-01-31T12:00:00Z",
        ProblemRule.DateParsing => "must be a date in ISO 8601, such as 2025-01-31",
        _ => "has a wrong value",
    };

    /// <summary>
    /// What the endpoint's body has at a place; null where it doesn't say. The framework's own error often names the object around it instead.
    /// </summary>
    /// <param name="names">The names and indices from the outermost to the innermost.</param>
    public static Type? TypeInBody(HttpContext context, IEnumerable<string> names)
    {
        var type = context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        var json = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        foreach (var name in names)
        {
            if (type is null || !json.TryGetTypeInfo(type, out var info)) return null;
            type = info.Kind == JsonTypeInfoKind.Object
                ? info.Properties.FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.PropertyType
                : info.ElementType;
        }
        return type;
    }

    private static string RuleOfManyValues(Type type)
    {
        if (type.IsAssignableTo(typeof(IDictionary)) || type.Name is "IDictionary`2" or "IReadOnlyDictionary`2") return ProblemRule.DictionaryType;
        if (type.IsAssignableTo(typeof(IEnumerable))) return ProblemRule.ListType;
        return type.IsClass && type != typeof(object) ? ProblemRule.ObjectType : ProblemRule.ValueError;
    }
}
