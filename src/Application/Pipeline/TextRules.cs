using FluentValidation;

namespace ModuleX.Application.Pipeline;

/// <summary>Rules for texts that people read: databases refuse some control characters, and the others are not seen.</summary>
internal static class TextRules
{
    private const string OneLine = "Must have a character that can be seen, and no control characters";

    /// <summary>A name or a word that has to be there.</summary>
    public static void Name<T>(this IRuleBuilder<T, string> rule, int maximumLength) =>
        rule.NotEmpty().MaximumLength(maximumLength).Must(HasNoControls).WithMessage(OneLine);

    /// <summary>A name or a word; null leaves it as it is.</summary>
    public static void OptionalName<T>(this IRuleBuilder<T, string?> rule, int maximumLength) =>
        rule.Length(1, maximumLength).Must(name => name is null or "" || (name.Trim().Length > 0 && HasNoControls(name))).WithMessage(OneLine);

    /// <summary>Text of several lines; null leaves it as it is.</summary>
    public static void OptionalText<T>(this IRuleBuilder<T, string?> rule, int maximumLength) =>
        rule.MaximumLength(maximumLength).Must(text => text is null || text.All(letter => !char.IsControl(letter) || letter is '\n' or '\r' or '\t'))
            .WithMessage("Must not have control characters");

    private static bool HasNoControls(string? text) => text is null || !text.Any(char.IsControl);
}
