using ModuleX.Api.Hosting;
using ModuleX.Application.Paging;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>How the lists of tenants, users, organizations and audit logs are cut.</summary>
internal static class TenantLists
{
    private const int MostPerPage = 100;

    /// <summary>By <c>page</c> (from 1 on) and <c>per_page</c>.</summary>
    public static PageRequest PageOfTenants(this QueryValues query) =>
        PageRequest.Of(query.Int("page", 1, minimum: 1), query.Int("per_page", MostPerPage, minimum: 1, maximum: MostPerPage));
}
