using System.Text.Json;
using FluentValidation;
using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Organizations;

/// <summary>The shapes of what may be said of an organization.</summary>
internal sealed class OrganizationChangeValidator : AbstractValidator<OrganizationChange>
{
    private const int MaximumSettingsLength = 65_536;

    public OrganizationChangeValidator()
    {
        RuleFor(change => change.Name).Length(1, 255);
        RuleFor(change => change.Description).MaximumLength(2000);
        RuleFor(change => change.Domain).MaximumLength(253).Matches(@"^([a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)*)?$").WithMessage("Must be an internet domain, as in example.com");
        RuleFor(change => change.MaxUsers).InclusiveBetween(1, Organization.HighestMaxUsers);
        RuleFor(change => change.MaxTools).InclusiveBetween(1, Organization.HighestMaxTools);
        RuleFor(change => change.Settings).MaximumLength(MaximumSettingsLength).Must(settings => settings is null || IsObject(settings)).WithMessage("Must be a JSON object");
    }

    private static bool IsObject(string json)
    {
        using var parsed = JsonDocument.Parse(json);
        return parsed.RootElement.ValueKind == JsonValueKind.Object;
    }
}
