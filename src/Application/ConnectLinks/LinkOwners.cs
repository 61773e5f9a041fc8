using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;

namespace ModuleX.Application.ConnectLinks;

/// <summary>Knows whose links a caller may see.</summary>
internal sealed class LinkOwners(ConnectionAccess access)
{
    /// <param name="name">See <see cref="ConnectionAccess.OwnerOfAsync"/>; null also for all external owners of a service.</param>
    public async Task<Result<ConnectLinkScope>> ScopeAsync(ConnectionCaller caller, string? name, CancellationToken cancellationToken)
    {
        if (caller is ConnectionCaller.Service && name is null) return new ConnectLinkScope(caller.Organization, null);
        return (await access.OwnerOfAsync(caller, name, cancellationToken)).Failed(out var error, out var owner) ? error
            : new ConnectLinkScope(caller.Organization, owner);
    }
}
