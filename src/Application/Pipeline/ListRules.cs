using FluentValidation;
using FluentValidation.Validators;

namespace ModuleX.Application.Pipeline;

/// <summary>A rule that bounds a list.</summary>
internal interface ICountRule
{
    int Maximum { get; }
}

/// <summary>A list of so many at most, or null.</summary>
internal sealed class CountValidator<T, TItem>(int maximum) : PropertyValidator<T, IReadOnlyList<TItem>>, ICountRule
{
    public override string Name => nameof(CountValidator<,>);

    public int Maximum => maximum;

    public override bool IsValid(ValidationContext<T> context, IReadOnlyList<TItem>? value) => value is null || value.Count <= maximum;
}

/// <summary>A rule for lists of ids.</summary>
internal static class ListRules
{
    private const int MaximumIds = 500;

    /// <summary>Bounds what one request can make the database look for.</summary>
    public static void Ids<T, TId>(this IRuleBuilder<T, IReadOnlyList<TId>> rule) =>
        rule.SetValidator(new CountValidator<T, TId>(MaximumIds)).WithMessage($"Must have at most {MaximumIds} ids");
}
