using System.Text.Json;
using FluentValidation;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Organizations;

/// <summary>The shapes of what may be said of an organization.</summary>
internal sealed class OrganizationChangeValidator : AbstractValidator<OrganizationChange>
{
    /// <summary>What is wrong with a text that <see cref="HasNoControls"/> refuses.</summary>
    public const string NoControls = "Must not have control characters";

    private const int MaximumSettingsLength = 65_536;

    public OrganizationChangeValidator()
    {
        RuleFor(change => change.Name).Length(1, 255).Must(HasNoControls).WithMessage(NoControls);
        RuleFor(change => change.Description).MaximumLength(2000).Must(text => HasNoControls(text?.ReplaceLineEndings("").Replace("\t", "")))
            .WithMessage(NoControls);
        RuleFor(change => change.Domain).MaximumLength(253)
            .Matches(@"^([a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)*)?$")
            .WithMessage("Must be an internet domain, as in example.com");
        RuleFor(change => change.MaxUsers).InclusiveBetween(1, Organization.HighestMaxUsers);
        RuleFor(change => change.MaxTools).InclusiveBetween(1, Organization.HighestMaxTools);
        RuleFor(change => change.Settings).MaximumLength(MaximumSettingsLength).Must(settings => settings is null || IsObject(settings))
            .WithMessage("Must be a JSON object of Unicode text")
            .Must(settings => settings is null || HasReadablePlaces(settings))
            .WithMessage("return_origins must be a list of origins such as https://app.example.com, and return_url an address of the web");
    }

    /// <summary>Some databases refuse some of them, and no name needs one.</summary>
    public static bool HasNoControls(string? text) => text is null || !text.Any(char.IsControl);

    private static bool HasReadablePlaces(string json)
    {
        using var parsed = JsonDocument.Parse(json);
        return parsed.RootElement.ValueKind != JsonValueKind.Object || ReturnPlaces.AreReadableIn(parsed.RootElement);
    }

    private static bool IsObject(string json)
    {
        using var parsed = JsonDocument.Parse(json);
        return JsonRules.IsUnicodeObject(parsed.RootElement);
    }
}
