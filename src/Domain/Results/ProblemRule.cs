namespace ModuleX.Domain.Results;

/// <summary>
/// The names of the rules that a <see cref="Problem"/> breaks, in pydantic's words (docs.pydantic.dev, "Validation Errors"): a surface shows them as they are.
/// </summary>
public static class ProblemRule
{
    /// <summary>The value is required and not there, or null.</summary>
    public const string Missing = "missing";

    /// <summary>A text has fewer characters than <see cref="ProblemLimit.MinLength"/>.</summary>
    public const string StringTooShort = "string_too_short";

    /// <summary>A text has more characters than <see cref="ProblemLimit.MaxLength"/>.</summary>
    public const string StringTooLong = "string_too_long";

    /// <summary>A text does not match <see cref="ProblemLimit.Pattern"/>.</summary>
    public const string StringPatternMismatch = "string_pattern_mismatch";

    /// <summary>A list has fewer items than <see cref="ProblemLimit.MinLength"/>.</summary>
    public const string TooShort = "too_short";

    /// <summary>A number is not above <see cref="ProblemLimit.GreaterThan"/>.</summary>
    public const string GreaterThan = "greater_than";

    /// <summary>A number is below <see cref="ProblemLimit.GreaterThanEqual"/>.</summary>
    public const string GreaterThanEqual = "greater_than_equal";

    /// <summary>A number is not below <see cref="ProblemLimit.LessThan"/>.</summary>
    public const string LessThan = "less_than";

    /// <summary>A number is above <see cref="ProblemLimit.LessThanEqual"/>.</summary>
    public const string LessThanEqual = "less_than_equal";

    /// <summary>A word is none of <see cref="ProblemLimit.Expected"/>.</summary>
    public const string Enum = "enum";

    /// <summary>Something else than an object where an object belongs.</summary>
    public const string ObjectType = "model_attributes_type";

    /// <summary>Something else than an object with names of the caller's choice.</summary>
    public const string DictionaryType = "dict_type";

    /// <summary>Something else than a list.</summary>
    public const string ListType = "list_type";

    /// <summary>Something else than a text.</summary>
    public const string StringType = "string_type";

    /// <summary>No whole number, or one that is out of all range.</summary>
    public const string IntParsing = "int_parsing";

    /// <summary>No number.</summary>
    public const string FloatParsing = "float_parsing";

    /// <summary>No decimal number.</summary>
    public const string DecimalParsing = "decimal_parsing";

    /// <summary>Neither true nor false.</summary>
    public const string BoolParsing = "bool_parsing";

    /// <summary>No UUID.</summary>
    public const string UuidParsing = "uuid_parsing";

    /// <summary>No time in ISO 8601.</summary>
    public const string DateTimeParsing = "datetime_parsing";

    /// <summary>No date in ISO 8601.</summary>
    public const string DateParsing = "date_parsing";

    /// <summary>Any other rule; the message says which.</summary>
    public const string ValueError = "value_error";
}
