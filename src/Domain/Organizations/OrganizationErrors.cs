using ModuleX.Domain.Results;

namespace ModuleX.Domain.Organizations;

/// <summary>Why something with an organization is refused.</summary>
public static class OrganizationErrors
{
    public static Error SlugInvalid { get; } =
        new(ErrorKind.Invalid, "organization_slug_invalid", "An organization's slug has 2 to 50 characters of a-z, 0-9 and -");

    public static Error NameInvalid { get; } =
        new(ErrorKind.Invalid, "organization_name_invalid", "An organization's name has 1 to 255 characters");

    public static Error NotFound(string slug) =>
        new(ErrorKind.NotFound, "organization_not_found", $"Organization {slug} not found");

    public static Error SlugTaken(string slug) =>
        new(ErrorKind.Conflict, "organization_slug_taken", $"An organization with the slug {slug} already exists");
}
