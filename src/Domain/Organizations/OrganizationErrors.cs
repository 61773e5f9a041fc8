using ModuleX.Domain.Results;

namespace ModuleX.Domain.Organizations;

/// <summary>Why something with an organization is refused.</summary>
public static class OrganizationErrors
{
    public const string FullCode = "organization_full";

    public static Error SlugInvalid { get; } =
        new(ErrorKind.Invalid, "organization_slug_invalid", "An organization's slug has 2 to 50 characters of a-z, 0-9 and -");

    public static Error NameInvalid { get; } =
        new(ErrorKind.Invalid, "organization_name_invalid", "An organization's name has 1 to 255 characters");

    public static Error NotFound(string slug) =>
        new(ErrorKind.NotFound, "organization_not_found", $"Organization {slug} not found");

    /// <summary>Unknown and out of reach are the same.</summary>
    public static Error Unknown { get; } = new(ErrorKind.NotFound, "organization_not_found", "Organization not found");

    public static Error SlugTaken(string slug) =>
        new(ErrorKind.Conflict, "organization_slug_taken", $"An organization with the slug {slug} already exists");

    public static Error NameTaken { get; } =
        new(ErrorKind.Conflict, "organization_name_taken", "An organization with this name already exists");

    public static Error DomainTaken { get; } =
        new(ErrorKind.Conflict, "organization_domain_taken", "An organization with this domain already exists");

    public static Error DefaultStays { get; } =
        new(ErrorKind.Conflict, "organization_is_default", "The default organization can't be deleted, deactivated or left");

    public static Error LimitBelowMembers(int members) =>
        new(ErrorKind.Conflict, "organization_limit_below_members", $"max_users can't be less than the {members} users that the organization has");

    public static Error Full(int limit) =>
        new(ErrorKind.Conflict, FullCode, $"The organization has reached its limit of {limit} users");

    public static Error HasActiveUsers(int users) =>
        new(ErrorKind.Invalid, "organization_has_users", $"Cannot delete organization with {users} active users");

    public static Error MemberAlready { get; } =
        new(ErrorKind.Conflict, "member_already", "The user is a member of the organization already");

    public static Error MemberNotFound { get; } =
        new(ErrorKind.NotFound, "member_not_found", "The user is not a member of the organization");

    public static Error LastOwner { get; } =
        new(ErrorKind.Conflict, "last_owner", "The last owner of an organization can't be removed, demoted or deactivated");

    public static Error ContextRequired { get; } =
        new(ErrorKind.Invalid, "organization_context_required", "An organization is required: send X-Organization-ID or ?organization_id=");

    /// <summary>The organization that a request names as its context is none of the caller's, or there is none.</summary>
    public static Error AccessDenied { get; } =
        new(ErrorKind.Forbidden, "organization_access_denied", "Organization access denied");

    public static Error RegistrationNotOpen { get; } =
        new(ErrorKind.Forbidden, "organization_not_open", "This organization is not open for registration");
}
