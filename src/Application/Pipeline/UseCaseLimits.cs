using System.Collections.Concurrent;
using System.Collections.Immutable;
using FluentValidation;
using FluentValidation.Validators;
using Microsoft.Extensions.DependencyInjection;

namespace ModuleX.Application.Pipeline;

/// <summary>What a member of a use case may be, for documents: as its validator says, without rules that depend on other members.</summary>
/// <param name="Minimum">Of a number, or of the count of a list.</param>
/// <param name="Maximum">The same.</param>
/// <param name="Pattern">A regular expression; null for none.</param>
/// <param name="Words">The only words that it may be; null for any.</param>
public sealed record MemberLimits(
    int? MinimumLength, int? MaximumLength, string? Pattern, decimal? Minimum, decimal? Maximum, bool IsEmail, IReadOnlyList<string>? Words)
{
    public static MemberLimits None { get; } = new(null, null, null, null, null, false, null);
}

/// <summary>Reads the limits of use cases out of their validators, so that they are written once.</summary>
public sealed class UseCaseLimits(IServiceProvider services)
{
    private readonly ConcurrentDictionary<Type, ImmutableDictionary<string, MemberLimits>> _known = [];

    /// <summary>
    /// The limits by the JSON pointers (RFC 6901) of members in requests, as errors name them: <c>/email</c>, or <c>/admin/email</c> of a member of a member.
    /// </summary>
    public IReadOnlyDictionary<string, MemberLimits> Of(Type useCase) => _known.GetOrAdd(useCase, Read);

    private ImmutableDictionary<string, MemberLimits> Read(Type useCase)
    {
        var limits = ImmutableDictionary.CreateBuilder<string, MemberLimits>(StringComparer.Ordinal);
        using var scope = services.CreateScope();
        foreach (var validator in scope.ServiceProvider.GetServices(typeof(IValidator<>).MakeGenericType(useCase)).OfType<IValidator>())
            Add(limits, "", validator);
        return limits.ToImmutable();
    }

    private static void Add(ImmutableDictionary<string, MemberLimits>.Builder limits, string prefix, IValidator validator)
    {
        foreach (var rule in validator.CreateDescriptor().Rules)
        {
            if (rule.HasCondition || rule.HasAsyncCondition) continue;
            var name = string.IsNullOrEmpty(rule.PropertyName) ? prefix.TrimEnd('.') : prefix + rule.PropertyName;
            foreach (var component in rule.Components.Where(component => component is { HasCondition: false, HasAsyncCondition: false }))
            {
                if (component.Validator is IChildValidatorAdaptor child)
                    Add(limits, name.Length == 0 ? "" : name + ".", (IValidator)Activator.CreateInstance(child.ValidatorType, nonPublic: true)!);
                else limits[WireName.PointerOf(name)] = With(limits.GetValueOrDefault(WireName.PointerOf(name), MemberLimits.None), component.Validator);
            }
        }
    }

    private static MemberLimits With(MemberLimits limits, IPropertyValidator rule) => rule switch
    {
        ILengthValidator length => limits with
        {
            MinimumLength = length.Min > 0 ? length.Min : limits.MinimumLength,
            MaximumLength = length.Max > 0 ? length.Max : limits.MaximumLength,
        },
        INotEmptyValidator => limits with { MinimumLength = limits.MinimumLength ?? 1 },
        IRegularExpressionValidator expression => limits with { Pattern = expression.Expression },
        IEmailValidator => limits with { IsEmail = true },
        IBetweenValidator { From: IConvertible from, To: IConvertible to } => limits with { Minimum = NumberOf(from), Maximum = NumberOf(to) },
        IComparisonValidator { Comparison: Comparison.GreaterThanOrEqual, ValueToCompare: IConvertible minimum } => limits with { Minimum = NumberOf(minimum) },
        IComparisonValidator { Comparison: Comparison.LessThanOrEqual, ValueToCompare: IConvertible maximum } => limits with { Maximum = NumberOf(maximum) },
        ICountRule count => limits with { Maximum = count.Maximum },
        IWordRule words => limits with { Words = words.Words },
        _ => limits,
    };

    private static decimal NumberOf(IConvertible number) => number.ToDecimal(null);
}
