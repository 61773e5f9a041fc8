using FluentValidation;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Tenancy;

/// <summary>The shapes of what may be said of a tenant.</summary>
internal static class TenantRules
{
    /// <summary>What <c>X-Tenant-Domain</c> can name.</summary>
    public static void TenantDomain<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().MaximumLength(253).Matches("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$");

    public static void TenantName<T>(this IRuleBuilder<T, string?> rule) => rule.OptionalName(Tenant.MaximumNameLength);
}
