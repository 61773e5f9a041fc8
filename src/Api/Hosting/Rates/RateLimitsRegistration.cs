using System.Globalization;
using ModuleX.Infrastructure.Settings;

namespace ModuleX.Api.Hosting.Rates;

/// <summary>The rate limits and their settings.</summary>
internal static class RateLimitsRegistration
{
    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddSettings<RateLimitOptions>(RateLimitOptions.Section)
            .Validate(options => options.HasUsableWindow, "RateLimits:Window must be from 00:00:01 to 01:00:00")
            .Validate(
                options => options.AreInRange,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"RateLimits:PerPrincipal, :Anonymous, :Sensitive, :Webhooks and :PerOrganizationAndTool must be from 0, "
                    + $"which is no limit, to {RateLimitOptions.Highest}"))
            .ValidateOnStart();
        return services.AddSingleton<RateLimits>();
    }
}
