using FluentValidation;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Pipeline;

/// <summary>A rule for members that are one of a few words.</summary>
internal static class WordRules
{
    /// <summary>Refuses any other word, and says which there are. Null is no word, and not this rule's affair.</summary>
    public static IRuleBuilderOptions<T, string?> OneOf<T>(this IRuleBuilder<T, string?> rule, params IReadOnlyList<string> words)
    {
        var limits = ProblemLimit.OfWords(words);
        return rule.Must(word => word is null || words.Contains(word))
            .WithErrorCode(ProblemRule.Enum).WithState(_ => limits)
            .WithMessage($"{{PropertyName}} must be one of {string.Join(", ", words)}");
    }
}
