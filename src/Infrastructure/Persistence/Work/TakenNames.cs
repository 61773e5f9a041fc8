using ModuleX.Domain.Access;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Infrastructure.Persistence.Work;

/// <summary>Which value was taken, when two asked for it at once. All three databases name the index or its columns.</summary>
internal static class TakenNames
{
    private static readonly (string Part, Error Error)[] Known =
    [
        ("config_profiles", ConfigErrors.ProfileNameTaken),
        ("email_key", IdentityErrors.EmailTaken),
        ("username_key", IdentityErrors.UsernameTaken),
        ("service_name", WebhookErrors.ServiceNameTaken),
        ("services.", WebhookErrors.ServiceNameTaken),
        ("name_key", AccessErrors.RoleNameTaken),
        ("permissions", AccessErrors.PermissionTaken),
        ("user_locations", ConcurrencyErrors.LostRace),
        ("locations", LocationErrors.CodeTaken),
        ("tenants", ConcurrencyErrors.Duplicate),
        ("domain", OrganizationErrors.DomainTaken),
        ("slug", ConcurrencyErrors.Duplicate),
        ("memberships", OrganizationErrors.MemberAlready),
    ];

    public static Error ErrorOf(string message) =>
        Known.FirstOrDefault(known => message.Contains(known.Part, StringComparison.OrdinalIgnoreCase)).Error ?? ConcurrencyErrors.LostRace;
}
