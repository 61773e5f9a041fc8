using FluentValidation;

namespace ModuleX.Application.Pipeline;

/// <summary>A rule for lists of ids.</summary>
internal static class ListRules
{
    private const int MaximumIds = 500;

    /// <summary>Bounds what one request can make the database look for.</summary>
    public static void Ids<T, TId>(this IRuleBuilder<T, IReadOnlyList<TId>> rule) =>
        rule.Must(ids => ids is null || ids.Count <= MaximumIds).WithMessage($"Must have at most {MaximumIds} ids");
}
