using FluentValidation;
using FluentValidation.Validators;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Pipeline;

/// <summary>A rule for members that are one of a few words.</summary>
internal static class WordRules
{
    /// <summary>Refuses any other word, and says which there are. Null is no word, and not this rule's affair.</summary>
    public static IRuleBuilderOptions<T, string?> OneOf<T>(this IRuleBuilder<T, string?> rule, params IReadOnlyList<string> words)
    {
        var limits = ProblemLimit.OfWords(words);
        return rule.SetValidator(new WordValidator<T>(words)).WithErrorCode(ProblemRule.Enum).WithState(_ => limits);
    }
}

/// <summary>A rule that can tell its words.</summary>
internal interface IWordRule
{
    IReadOnlyList<string> Words { get; }
}

/// <summary>One of a few words, or null.</summary>
internal sealed class WordValidator<T>(IReadOnlyList<string> words) : PropertyValidator<T, string?>, IWordRule
{
    public override string Name => nameof(WordValidator<>);

    public IReadOnlyList<string> Words => words;

    public override bool IsValid(ValidationContext<T> context, string? value) => value is null || words.Contains(value);

    protected override string GetDefaultMessageTemplate(string errorCode) => $"{{PropertyName}} must be one of {string.Join(", ", words)}";
}
