using System.Collections;
using System.Collections.Immutable;
using FluentValidation.Results;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Pipeline;

/// <summary>FluentValidation's failures as problems. Its validators go by their class names, see <c>IPropertyValidator.Name</c>.</summary>
internal static class FailureMapping
{
    public static Problem ToProblem(this ValidationFailure failure)
    {
        var (rule, limits) = RuleOf(failure);
        return new Problem(WireName.PointerOf(failure.PropertyName), failure.ErrorMessage)
            { Rule = rule, Limits = limits, Input = Plain(failure.AttemptedValue) };
    }

    private static (string Rule, ImmutableSortedDictionary<string, object> Limits) RuleOf(ValidationFailure failure) => failure.ErrorCode switch
    {
        "NotNullValidator" => (ProblemRule.Missing, ProblemLimit.None),
        "NotEmptyValidator" => RuleOfEmpty(failure.AttemptedValue),
        "LengthValidator" or "MinimumLengthValidator" or "MaximumLengthValidator" or "ExactLengthValidator" => RuleOfLength(failure),
        "RegularExpressionValidator" => (ProblemRule.StringPatternMismatch, Limit(ProblemLimit.Pattern, failure, "RegularExpression")),
        "GreaterThanValidator" => (ProblemRule.GreaterThan, Limit(ProblemLimit.GreaterThan, failure, "ComparisonValue")),
        "GreaterThanOrEqualValidator" => (ProblemRule.GreaterThanEqual, Limit(ProblemLimit.GreaterThanEqual, failure, "ComparisonValue")),
        "LessThanValidator" => (ProblemRule.LessThan, Limit(ProblemLimit.LessThan, failure, "ComparisonValue")),
        "LessThanOrEqualValidator" => (ProblemRule.LessThanEqual, Limit(ProblemLimit.LessThanEqual, failure, "ComparisonValue")),
        "InclusiveBetweenValidator" => RuleOfRange(
            failure, (ProblemRule.GreaterThanEqual, ProblemLimit.GreaterThanEqual), (ProblemRule.LessThanEqual, ProblemLimit.LessThanEqual)),
        "ExclusiveBetweenValidator" => RuleOfRange(failure, (ProblemRule.GreaterThan, ProblemLimit.GreaterThan), (ProblemRule.LessThan, ProblemLimit.LessThan)),
        "EnumValidator" or "StringEnumValidator" => (ProblemRule.Enum, ProblemLimit.None),
        // A validator that names its rule itself, by WithErrorCode, says its limits by WithState.
        [>= 'a' and <= 'z', ..] own => (own, failure.CustomState as ImmutableSortedDictionary<string, object> ?? ProblemLimit.None),
        _ => (ProblemRule.ValueError, ProblemLimit.None),
    };

    private static (string, ImmutableSortedDictionary<string, object>) RuleOfEmpty(object? value) => value switch
    {
        null => (ProblemRule.Missing, ProblemLimit.None),
        string => (ProblemRule.StringTooShort, ProblemLimit.Of(ProblemLimit.MinLength, 1)),
        IEnumerable => (ProblemRule.TooShort, ProblemLimit.Of(ProblemLimit.MinLength, 1)),
        _ => (ProblemRule.ValueError, ProblemLimit.None),
    };

    private static (string, ImmutableSortedDictionary<string, object>) RuleOfLength(ValidationFailure failure) =>
        (int)failure.FormattedMessagePlaceholderValues["TotalLength"] < (int)failure.FormattedMessagePlaceholderValues["MinLength"]
            ? (ProblemRule.StringTooShort, Limit(ProblemLimit.MinLength, failure, "MinLength"))
            : (ProblemRule.StringTooLong, Limit(ProblemLimit.MaxLength, failure, "MaxLength"));

    private static (string, ImmutableSortedDictionary<string, object>) RuleOfRange(
        ValidationFailure failure, (string Rule, string Limit) lower, (string Rule, string Limit) upper) =>
        Comparer.Default.Compare(failure.AttemptedValue, failure.FormattedMessagePlaceholderValues["To"]) < 0
            ? (lower.Rule, Limit(lower.Limit, failure, "From"))
            : (upper.Rule, Limit(upper.Limit, failure, "To"));

    /// <summary>Nothing where the validator compared with a value that was null.</summary>
    private static ImmutableSortedDictionary<string, object> Limit(string name, ValidationFailure failure, string placeholder) =>
        failure.FormattedMessagePlaceholderValues.GetValueOrDefault(placeholder) is { } value ? ProblemLimit.Of(name, value) : ProblemLimit.None;

    /// <summary>Texts, numbers, ids and times. What is made of several members may have a secret among them.</summary>
    private static object? Plain(object? value) =>
        value is string or decimal or Guid or DateTimeOffset or DateOnly || value?.GetType().IsPrimitive == true ? value : null;
}
