using ModuleX.Api.Hosting;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>
/// Document 4: one envelope for everything. Its tenants and integrations, and the mock services, which play someone else's and need no token.
/// </summary>
internal sealed class TenantsSurface : ISurface
{
    public string Name => "tenants";

    public IReadOnlyList<string> Prefixes { get; } =
    [
        "/api/tenants", "/api/mock",
        "/api/integrations/services", "/api/integrations/webhooks", "/api/integrations/webhook-events", "/api/integrations/health",
        "/api/integrations/data-sync", "/api/integrations/sync/trigger",
    ];

    public void Map(IEndpointRouteBuilder routes)
    {
        var tenants = routes.MapGroup("/api/tenants").WithGroupName(Name);
        TenantAuthEndpoints.Map(tenants);
        TenantUserEndpoints.Map(tenants);
        TenantOrganizationEndpoints.Map(tenants);
        TenantAuditEndpoints.Map(tenants);
        TenantEndpoints.Map(tenants);
        IntegrationEndpoints.Map(routes.MapGroup("/api/integrations").WithGroupName(Name));
        var settings = routes.ServiceProvider.GetRequiredService<IConfiguration>();
        var environment = routes.ServiceProvider.GetRequiredService<IHostEnvironment>();
        if (MockServices.AreOn(settings, environment)) MockEndpoints.Map(routes.MapGroup("/api/mock").WithGroupName(Name));
    }

    public string Description => "Tenants, their users and organizations, and what other services send and are asked for: webhooks, health, data.";

    public Type ErrorBodyOf(int status) => typeof(TenantsErrorBody);

    public object BodyOf(HttpContext context, Error error, int status) => error.ToTenants();
}
