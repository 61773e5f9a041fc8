using FluentValidation;
using ModuleX.Domain.Locations;

namespace ModuleX.Application.Locations;

/// <summary>The shapes of what may be said of a location.</summary>
internal sealed class LocationFactsValidator : AbstractValidator<LocationFacts>
{
    private const string NoControls = "Must not have control characters";

    public LocationFactsValidator()
    {
        RuleFor(facts => facts.Name).Length(1, 255).Must(name => name is null || name.Trim().Length > 0).WithMessage("Must have a character that can be seen");
        RuleFor(facts => facts.Name).Must(IsLine).WithMessage(NoControls);
        RuleFor(facts => facts.Description).MaximumLength(2000).Must(IsText).WithMessage(NoControls);
        RuleFor(facts => facts.Address).MaximumLength(500).Must(IsText).WithMessage(NoControls);
        RuleFor(facts => facts.City).MaximumLength(100).Must(IsLine).WithMessage(NoControls);
        RuleFor(facts => facts.State).MaximumLength(100).Must(IsLine).WithMessage(NoControls);
        RuleFor(facts => facts.Country).MaximumLength(100).Must(IsLine).WithMessage(NoControls);
        RuleFor(facts => facts.PostalCode).MaximumLength(20).Must(IsLine).WithMessage(NoControls);
    }

    private static bool IsLine(string? text) => text is null || !text.Any(char.IsControl);

    /// <summary>May have several lines.</summary>
    private static bool IsText(string? text) => text is null || !text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'));
}
