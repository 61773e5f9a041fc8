using ModuleX.Application.Catalog;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Organizations;

/// <summary>
/// A member of an organization that the caller is known to administer, with what the member has and did lately. NotFound: the user is no member.
/// </summary>
public sealed record GetMemberQuery(TenantId Tenant, OrganizationId Organization, UserId User) : IQuery<MemberDetailsView>;

internal sealed class GetMemberHandler(IMemberDirectory members, IToolCatalog catalog, TimeProvider time) : IQueryHandler<GetMemberQuery, MemberDetailsView>
{
    private const int Newest = 20;

    public async Task<Result<MemberDetailsView>> Handle(GetMemberQuery query, CancellationToken cancellationToken)
    {
        if (await members.FindAsync(query.Tenant, query.Organization, query.User, Newest, time.GetUtcNow(), cancellationToken) is not { } found)
            return IdentityErrors.UserNotFound;
        return found with { Tools = [.. found.Tools.Select(tool => tool with { Category = CategoryOf(tool.Name) })] };
    }

    private string? CategoryOf(string tool) => catalog.FindTool(tool).Failed(out _, out var known) ? null : known.Categories.FirstOrDefault();
}
