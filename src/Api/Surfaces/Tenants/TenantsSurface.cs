using ModuleX.Api.Hosting;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>Document 4: one envelope for everything. So far its mock services, which play someone else's and need no token.</summary>
internal sealed class TenantsSurface : ISurface
{
    public string Name => "tenants";

    public IReadOnlyList<string> Prefixes { get; } = ["/api/mock"];

    public void Map(IEndpointRouteBuilder routes)
    {
        var settings = routes.ServiceProvider.GetRequiredService<IConfiguration>();
        var environment = routes.ServiceProvider.GetRequiredService<IHostEnvironment>();
        if (settings.GetValue<bool?>("MockServices:Enabled") ?? environment.IsDevelopment()) MockEndpoints.Map(routes.MapGroup("/api/mock").WithGroupName(Name));
    }

    public object BodyOf(HttpContext context, Error error, int status) => error.ToTenants();
}
