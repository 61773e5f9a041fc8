using System.Text.Json.Serialization;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>Document 3's error body.</summary>
/// <param name="Detail">One sentence for people.</param>
internal sealed record AuthXErrorBody(string Detail);

/// <summary>Document 3's body of a request whose shape is wrong.</summary>
internal sealed record AuthXValidationBody(IReadOnlyList<AuthXProblem> Detail);

/// <summary>One thing that is wrong, in pydantic's form.</summary>
/// <param name="Type">The rule that is broken: missing, string_too_short, value_error and the like.</param>
/// <param name="Location">body, query or path, and the names that lead to the value.</param>
/// <param name="Message">What would be right.</param>
/// <param name="Input">The value as it was given; null where it may be a secret or is not known.</param>
/// <param name="Context">What the rule allows; absent where it allows nothing in particular.</param>
internal sealed record AuthXProblem(
    string Type,
    [property: JsonPropertyName("loc")] IReadOnlyList<string> Location,
    [property: JsonPropertyName("msg")] string Message,
    object? Input,
    [property: JsonPropertyName("ctx"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, object>? Context);

/// <summary>Errors of the domain as document 3 writes them.</summary>
internal static class AuthXErrors
{
    private const string JsonInvalid = "json_invalid";

    public static object ToAuthX(this Error error, int status)
    {
        if (status != StatusCodes.Status422UnprocessableEntity) return new AuthXErrorBody(error.Message);
        return new AuthXValidationBody(error.Problems.IsEmpty ? [new(JsonInvalid, ["body"], error.Message, null, null)] : [.. error.Problems.Select(ToAuthX)]);
    }

    private static AuthXProblem ToAuthX(Problem problem) => new(
        problem.Rule ?? ProblemRule.ValueError,
        [problem.Source.ToString().ToLowerInvariant(),
            .. problem.Pointer.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))],
        SentenceOf(problem),
        problem.Input,
        problem.Limits.IsEmpty ? null : problem.Limits);

    /// <summary>Pydantic's own sentence where there is one; clients compare them.</summary>
    private static string SentenceOf(Problem problem) => problem.Rule switch
    {
        ProblemRule.Missing => "Field required",
        ProblemRule.StringTooShort when Limit(problem, ProblemLimit.MinLength) is { } least => $"String should have at least {Counted(least)}",
        ProblemRule.StringTooLong when Limit(problem, ProblemLimit.MaxLength) is { } most => $"String should have at most {Counted(most)}",
        ProblemRule.StringPatternMismatch when Limit(problem, ProblemLimit.Pattern) is { } pattern => $"String should match pattern '{pattern}'",
        ProblemRule.GreaterThanEqual when Limit(problem, ProblemLimit.GreaterThanEqual) is { } least => $"Input should be greater than or equal to {least}",
        ProblemRule.LessThanEqual when Limit(problem, ProblemLimit.LessThanEqual) is { } most => $"Input should be less than or equal to {most}",
        _ => problem.Message,
    };

    private static object? Limit(Problem problem, string name) => problem.Limits.GetValueOrDefault(name);

    private static string Counted(object characters) => characters is 1 or 1L ? "1 character" : $"{characters} characters";
}
