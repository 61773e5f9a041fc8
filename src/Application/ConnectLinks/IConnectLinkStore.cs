using ModuleX.Domain.ConnectLinks;

namespace ModuleX.Application.ConnectLinks;

/// <summary>The connect links of a unit of work's tenant. What is found may be changed; the commit writes it.</summary>
public interface IConnectLinkStore
{
    Task<ConnectLink?> FindAsync(ConnectLinkId id, CancellationToken cancellationToken);

    void Add(ConnectLink link);

    void Remove(ConnectLink link);
}
