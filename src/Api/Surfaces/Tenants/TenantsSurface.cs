using ModuleX.Api.Hosting;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>Document 4: one envelope for everything.</summary>
internal sealed class TenantsSurface : ISurface
{
    public string Name => "tenants";

    public IReadOnlyList<string> Prefixes { get; } = ["/api/tenants", "/api/mock"];

    public void Map(IEndpointRouteBuilder routes)
    {
        var tenants = routes.MapGroup("/api/tenants").WithGroupName(Name);
        TenantAuthEndpoints.Map(tenants);
        TenantUserEndpoints.Map(tenants);
        TenantOrganizationEndpoints.Map(tenants);
        TenantAuditEndpoints.Map(tenants);
        TenantEndpoints.Map(tenants);

        var settings = routes.ServiceProvider.GetRequiredService<IConfiguration>();
        var environment = routes.ServiceProvider.GetRequiredService<IHostEnvironment>();
        if (settings.GetValue<bool?>("MockServices:Enabled") ?? environment.IsDevelopment()) MockEndpoints.Map(routes.MapGroup("/api/mock").WithGroupName(Name));
    }

    public object BodyOf(HttpContext context, Error error, int status) => error.ToTenants();
}
