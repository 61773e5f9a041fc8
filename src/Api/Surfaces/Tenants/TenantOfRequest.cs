using ModuleX.Api.Hosting;
using ModuleX.Application.Ports;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>The tenant that <c>X-Tenant-Domain</c> names; the default one without the header.</summary>
internal sealed record TenantOfRequest(TenantId Tenant)
{
    public const string Header = "X-Tenant-Domain";

    /// <exception cref="InvalidRequestException">There is no such tenant.</exception>
    public static async ValueTask<TenantOfRequest?> BindAsync(HttpContext context)
    {
        var domain = context.Request.Headers[Header] is [{ Length: > 0 } named] ? named : ModuleX.Domain.Tenancy.Tenant.DefaultDomain;
        var organizations = context.RequestServices.GetRequiredService<IOrganizationRepository>();
        return await organizations.FindTenantAsync(domain, context.RequestAborted) is { } tenant
            ? new TenantOfRequest(tenant.Id)
            : throw new InvalidRequestException(TenantErrors.Unknown(domain));
    }
}
