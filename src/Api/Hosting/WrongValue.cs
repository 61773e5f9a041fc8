using System.Collections;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>Which rule a value breaks that can't be read as what it should be, and how that is said.</summary>
internal static class WrongValue
{
    /// <param name="type">What it should be; null where that is not known.</param>
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

    private static string RuleOfManyValues(Type type)
    {
        if (type.IsAssignableTo(typeof(IDictionary)) || IsMap(type)) return ProblemRule.DictionaryType;
        if (type.IsAssignableTo(typeof(IEnumerable))) return ProblemRule.ListType;
        return type.IsClass && type != typeof(object) ? ProblemRule.ObjectType : ProblemRule.ValueError;
    }

    private static bool IsMap(Type type) => type.IsGenericType
        && (type.GetGenericTypeDefinition() == typeof(IDictionary<,>) || type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>));
}
