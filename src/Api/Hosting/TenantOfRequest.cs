using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.Hosting;

/// <summary>The tenant that <c>X-Tenant-Domain</c> names; the default one without the header.</summary>
/// <param name="IsNamed">Whether there was a header.</param>
internal sealed record TenantOfRequest(TenantId Tenant, bool IsNamed) : IEndpointParameterMetadataProvider
{
    public const string Header = "X-Tenant-Domain";

    /// <exception cref="InvalidRequestException">There is no such tenant.</exception>
    public static async ValueTask<TenantOfRequest?> BindAsync(HttpContext context)
    {
        var named = NameIn(context);
        var domain = named ?? Domain.Tenancy.Tenant.DefaultDomain;
        var organizations = context.RequestServices.GetRequiredService<IOrganizationRepository>();
        return await organizations.FindTenantAsync(domain, context.RequestAborted) is { } tenant
            ? new TenantOfRequest(tenant.Id, named is not null)
            : throw new InvalidRequestException(TenantErrors.Unknown(domain));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(
            new RequestParameter(Header, IsHeader: true, IsRequired: false, "The domain of the tenant; `default` where it is not sent.", MaximumLength: 255));

    /// <summary>What the header says, in lower case; null without one. Sent twice it names no tenant that there is: it must not count as not sent.</summary>
    public static string? NameIn(HttpContext context) =>
        context.Request.Headers[Header].ToString() is { Length: > 0 } named ? named.Trim().ToLowerInvariant() : null;
}
