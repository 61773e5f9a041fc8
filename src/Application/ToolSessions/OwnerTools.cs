using ModuleX.Application.Catalog;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Lays an owner's sessions over the catalog.</summary>
internal sealed class OwnerTools(IToolCatalog catalog, IToolSessionRepository repository, TimeProvider time)
{
    /// <summary>Every tool of the catalog, ordered by name, each with the account that a run uses which names none.</summary>
    public async Task<List<OwnerToolView>> ListAsync(ToolUser user, CancellationToken cancellationToken)
    {
        var own = (await repository.ListAsync(user.Tenant, user.Owner, cancellationToken)).ToLookup(session => session.Id.Tool);
        var shared = await SharedWithAsync(user, cancellationToken);
        return catalog.Current.Tools
            .Select(tool => ViewOf(tool, ShownOf(tool.Name, own[tool.Name], shared[tool.Name]) ?? ToolSessionSnapshot.Empty(user.SessionFor(tool.Name))))
            .ToList();
    }

    private async Task<ILookup<string, ToolSessionSnapshot>> SharedWithAsync(ToolUser user, CancellationToken cancellationToken)
    {
        if (user.Organization is not { } organization) return Array.Empty<ToolSessionSnapshot>().ToLookup(session => session.Id.Tool);
        return (await repository.ListAsync(user.Tenant, OwnerId.Organization(organization), cancellationToken))
            .Where(session => session.ToAccount().Admits(user.Owner, user.Roles)).ToLookup(session => session.Id.Tool);
    }

    /// <summary>Where several are connected and none is the default, a list shows the first: it promises no run.</summary>
    private static ToolSessionSnapshot? ShownOf(string tool, IEnumerable<ToolSessionSnapshot> own, IEnumerable<ToolSessionSnapshot> shared)
    {
        List<ToolSessionSnapshot> mine = [.. own], common = [.. shared];
        if (mine.Count == 0 && common.Count == 0) return null;
        var choice = Account.Choose(tool, null, [.. mine.Select(session => session.ToAccount())], [.. common.Select(session => session.ToAccount())]);
        var all = mine.Concat(common).ToList();
        return choice.Failed(out _, out var chosen) || chosen is null ? all[0] : all.First(session => session.Id == chosen.Session);
    }

    private OwnerToolView ViewOf(ToolDefinition tool, ToolSessionSnapshot session)
    {
        var state = session.StateAt(time.GetUtcNow(), tool.ExpiryLeeway);
        var isAuthenticated = state is ConnectionState.Active or ConnectionState.Expiring or ConnectionState.RefreshFailed;
        var isActive = isAuthenticated && session.IsActive;
        return new(tool, state, isAuthenticated, isActive,
            [.. tool.Actions.Select(action => new OwnerActionView(action, isActive && !session.DisabledActions.Contains(action.Name)))]);
    }
}
