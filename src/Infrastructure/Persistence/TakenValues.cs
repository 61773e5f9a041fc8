using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ModuleX.Domain.Access;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.Persistence.Providers;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>What a unique index or a key says to the second of two that asked for the same value at once.</summary>
internal static class TakenValues
{
    private static readonly IReadOnlyList<Rule> Rules =
    [
        new(typeof(ConfigProfile), [nameof(ConfigProfile.TenantId), nameof(ConfigProfile.NameKey)], ConfigErrors.ProfileNameTaken),
        new(typeof(User), [nameof(User.TenantId), nameof(User.EmailKey)], IdentityErrors.EmailTaken),
        new(typeof(User), [nameof(User.TenantId), nameof(User.UsernameKey)], IdentityErrors.UsernameTaken),
        new(typeof(Service), [nameof(Service.TenantId), nameof(Service.NameKey)], WebhookErrors.ServiceNameTaken),
        new(typeof(Role), [nameof(Role.OrganizationId), nameof(Role.NameKey)], AccessErrors.RoleNameTaken),
        new(typeof(Permission), [nameof(Permission.TenantId), nameof(Permission.Name)], AccessErrors.PermissionTaken),
        new(typeof(Permission), [nameof(Permission.TenantId), nameof(Permission.Resource), nameof(Permission.Action)], AccessErrors.PermissionTaken),
        new(typeof(Location), [nameof(Location.OrganizationId), nameof(Location.Code)], LocationErrors.CodeTaken),
        new(typeof(Tenant), [nameof(Tenant.Domain)], ConcurrencyErrors.Duplicate),
        new(typeof(Organization), [nameof(Organization.TenantId), nameof(Organization.Domain)], OrganizationErrors.DomainTaken),
        new(typeof(Organization), [nameof(Organization.TenantId), nameof(Organization.Slug)], ConcurrencyErrors.Duplicate),
        new(typeof(Membership), [nameof(Membership.OrganizationId), nameof(Membership.UserId)], OrganizationErrors.MemberAlready),
    ];

    /// <param name="exception">One that <paramref name="provider"/> calls a unique violation.</param>
    public static Error ErrorOf(DbUpdateException exception, IModel model, IDatabaseProvider provider) =>
        Rules.FirstOrDefault(rule => provider.IsViolationOf(exception, rule.ConstraintIn(model)))?.Error ?? ConcurrencyErrors.LostRace;

    private sealed record Rule(Type Entity, string[] Members, Error Error)
    {
        /// <exception cref="InvalidOperationException">The model has no unique index and no key over these members.</exception>
        public UniqueConstraint ConstraintIn(IModel model)
        {
            var entity = model.FindEntityType(Entity)!;
            var properties = Members.Select(member => entity.FindProperty(member)!).ToList();
            var name = entity.FindIndex(properties) is { IsUnique: true } index ? index.GetDatabaseName() : entity.FindKey(properties)?.GetName();
            return new(
                name ?? throw new InvalidOperationException($"{Entity.Name} has no unique index over {string.Join(", ", Members)}."),
                entity.GetTableName()!,
                [.. properties.Select(property => property.GetColumnName())]);
        }
    }
}
