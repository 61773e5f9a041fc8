using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Access;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>The service API keys of an organization, newest first, revoked ones included.</summary>
/// <param name="Organization">The organization's slug.</param>
public sealed record ListApiKeysQuery(string TenantDomain, string Organization) : IQuery<IReadOnlyList<ApiKey>>;

internal sealed class ListApiKeysHandler(IOrganizationRepository organizations, IApiKeyRepository keys) : IQueryHandler<ListApiKeysQuery, IReadOnlyList<ApiKey>>
{
    public async Task<Result<IReadOnlyList<ApiKey>>> Handle(ListApiKeysQuery query, CancellationToken cancellationToken)
    {
        if ((await organizations.FindBySlugAsync(query.TenantDomain, query.Organization, cancellationToken))
            .Failed(out var error, out var organization)) return error;
        return (await keys.ListAsync(organization.Id, cancellationToken)).ToList();
    }
}
