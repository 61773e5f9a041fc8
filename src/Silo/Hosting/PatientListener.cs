using System.Net;
using Microsoft.AspNetCore.Connections;

namespace ModuleX.Silo.Hosting;

/// <summary>
/// Gives connections that were accepted in the last moment the time to say what they want. When Kestrel stops, it closes its port and, right after, every
/// connection on which no request has begun: a client that has just connected would see its request fail without being refused.
/// </summary>
internal sealed class PatientListenerFactory(IConnectionListenerFactory sockets) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    public bool CanBind(EndPoint endpoint) => sockets is not IConnectionListenerFactorySelector selector || selector.CanBind(endpoint);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new PatientListener(await sockets.BindAsync(endpoint, cancellationToken));

    private sealed class PatientListener(IConnectionListener listener) : IConnectionListener
    {
        private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

        public EndPoint EndPoint => listener.EndPoint;

        public ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) => listener.AcceptAsync(cancellationToken);

        public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            await listener.UnbindAsync(cancellationToken);
            await Task.Delay(Patience, CancellationToken.None);
        }

        public ValueTask DisposeAsync() => listener.DisposeAsync();
    }
}
