using ModuleX.Application.Access;
using ModuleX.Application.Integrations;
using ModuleX.Application.Messaging;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.Runs;

/// <summary>The tools that an organization has installed, with what the caller has connected and enabled of each.</summary>
/// <param name="Organization">One that the caller may act in; that is checked before.</param>
public sealed record ListOrganizationToolsQuery(Caller Caller, OrganizationId Organization) : IQuery<IReadOnlyList<OrganizationToolView>>;

/// <summary>An installed tool as the caller has it.</summary>
/// <param name="LastUsedAt">When the caller last executed one of its actions, to a few seconds; null for never.</param>
public sealed record OrganizationToolView(OwnerToolView Tool, DateTimeOffset? LastUsedAt);

internal sealed class ListOrganizationToolsHandler(IInstalledTools installed, OwnerTools tools, IToolSessionRepository sessions)
    : IQueryHandler<ListOrganizationToolsQuery, IReadOnlyList<OrganizationToolView>>
{
    public async Task<Result<IReadOnlyList<OrganizationToolView>>> Handle(ListOrganizationToolsQuery query, CancellationToken cancellationToken)
    {
        var (caller, owner) = (query.Caller, OwnerId.User(query.Caller.User.Value));
        var names = await installed.ListAsync(caller.Tenant, query.Organization, cancellationToken);
        var used = await sessions.ListLastUsesAsync(caller.Tenant, owner, cancellationToken);
        return (await tools.ListAsync(caller.UserIn(query.Organization), cancellationToken))
            .Where(view => names.Contains(view.Tool.Name))
            .Select(view => new OrganizationToolView(view, used.TryGetValue(view.Tool.Name, out var at) ? at : null))
            .ToList();
    }
}
