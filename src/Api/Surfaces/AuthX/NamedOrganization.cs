using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>
/// The organization that something new is for, as requests name it. The query is read when it is asked for: what is wrong with a body is told before.
/// </summary>
internal sealed class NamedOrganization(HttpContext context) : IEndpointParameterMetadataProvider
{
    public static ValueTask<NamedOrganization?> BindAsync(HttpContext context) => new(new NamedOrganization(context));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(QueryShape.Of(typeof(OrganizationParameters)));

    /// <summary>Of <c>?organization_id=</c>; null where it names none.</summary>
    /// <exception cref="InvalidRequestException">It is no UUID.</exception>
    public Guid? InQuery() => OrganizationParameters.In(context).OrganizationId;

    /// <summary>Of the body, or else of the query, which is not even looked at where the body names one.</summary>
    /// <exception cref="InvalidRequestException">The query's is no UUID.</exception>
    public OrganizationId? Or(Guid? inBody) => (inBody ?? InQuery()) is { } named ? new OrganizationId(named) : null;

    private sealed record OrganizationParameters(Guid? OrganizationId) : QueryParameters<OrganizationParameters>
    {
        public static OrganizationParameters In(HttpContext context) => Read(context);
    }
}
