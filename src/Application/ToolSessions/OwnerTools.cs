using ModuleX.Application.Catalog;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Lays an owner's sessions over the catalog.</summary>
internal sealed class OwnerTools(IToolCatalog catalog, IToolSessionRepository repository, TimeProvider time)
{
    /// <summary>Every tool of the catalog, ordered by name.</summary>
    public async Task<List<OwnerToolView>> ListAsync(TenantId tenant, OwnerId owner, CancellationToken cancellationToken)
    {
        var sessions = (await repository.ListAsync(tenant, owner, cancellationToken))
            .Where(session => session.Id.Account == ToolSessionId.DefaultAccount)
            .ToDictionary(session => session.Id.Tool);
        return catalog.Current.Tools
            .Select(tool => ViewOf(tool, sessions.GetValueOrDefault(tool.Name) ?? ToolSessionSnapshot.Empty(new(tenant, owner, tool.Name))))
            .ToList();
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
