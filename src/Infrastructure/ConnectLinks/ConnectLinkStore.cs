using Microsoft.EntityFrameworkCore;
using ModuleX.Application.ConnectLinks;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.ConnectLinks;

internal sealed class ConnectLinkStore(ModuleXDbContext db) : IConnectLinkStore
{
    public Task<ConnectLink?> FindAsync(ConnectLinkId id, CancellationToken cancellationToken) =>
        db.ConnectLinks.AsTracking().SingleOrDefaultAsync(link => link.Id == id, cancellationToken);

    public void Add(ConnectLink link) => db.ConnectLinks.Add(link);

    public void Remove(ConnectLink link) => db.ConnectLinks.Remove(link);
}
