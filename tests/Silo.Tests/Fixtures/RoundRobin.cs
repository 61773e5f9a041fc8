namespace ModuleX.Silo.Tests.Fixtures;

/// <summary>
/// Sends each request to the next node that is ready, as load balancers do: it asks every node at a short interval whether it is, takes one out as
/// soon as it is not, and back in when it is again. Where no connection could be made, the next node is asked.
/// </summary>
internal sealed class RoundRobin : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Backend[] _nodes;
    private readonly Task _watching;
    private int _next;

    /// <param name="nodes">All of them are ready now.</param>
    public RoundRobin(IEnumerable<Uri> nodes)
    {
        _nodes = [.. nodes.Select(node => new Backend(node))];
        _watching = Task.WhenAll(_nodes.Select(node => Task.Run(() => node.WatchAsync(_stop.Token))));
    }

    /// <exception cref="HttpRequestException">The request was sent, and no answer came.</exception>
    public async Task<Reply> SendAsync(HttpMethod method, string path, object? body = null, params (string, string)[] headers)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (node, http) = Next();
            try
            {
                return await http.CallAsync(method, new Uri(node, path).AbsoluteUri, body, headers);
            }
            catch (HttpRequestException exception) when (exception.HttpRequestError is HttpRequestError.ConnectionError && attempt < _nodes.Length)
            {
                // The next one.
            }
            catch (ObjectDisposedException) when (attempt < _nodes.Length)
            {
                // The node went out of rotation between the choice and the request, which was not sent.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Wait.ForAsync(_watching, "the end of the watching");
        foreach (var node in _nodes) node.Dispose();
        _stop.Dispose();
    }

    /// <summary>Where none is ready, any may become so first.</summary>
    private (Uri Address, HttpClient Http) Next()
    {
        var first = (uint)Interlocked.Increment(ref _next);
        for (uint step = 0; step < _nodes.Length; step++)
        {
            var node = _nodes[(first + step) % _nodes.Length];
            if (node.IsReady) return (node.Address, node.Http);
        }
        var any = _nodes[first % _nodes.Length];
        return (any.Address, any.Http);
    }

    /// <summary>One node as the load balancer knows it.</summary>
    private sealed class Backend(Uri address) : IDisposable
    {
        private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

        private readonly HttpClient _probe = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero })
            { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };
        private SocketsHttpHandler _connections = new();
        private volatile HttpClient? _http;
        private volatile bool _isReady = true;

        public Uri Address => address;

        public bool IsReady => _isReady;

        /// <summary>Keeps connections open from one request to the next, as long as the node is in rotation.</summary>
        public HttpClient Http => _http ??= ClientOf(_connections);

        public async Task WatchAsync(CancellationToken cancellationToken)
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                var isReady = await AnswersAsync(cancellationToken);
                if (_isReady && !isReady) Leave();
                _isReady = isReady;
                await Task.Delay(Interval, CancellationToken.None);
            }
        }

        public void Dispose()
        {
            _http?.Dispose();
            _connections.Dispose();
            _probe.Dispose();
        }

        /// <summary>Connections that are idle are closed; those with a request on them are when it is answered.</summary>
        private void Leave()
        {
            _isReady = false;
            var left = _connections;
            _connections = new();
            _http = ClientOf(_connections);
            left.Dispose();
        }

        private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
        {
            try
            {
                using var reply = await _probe.GetAsync("/health/ready", cancellationToken);
                return reply.IsSuccessStatusCode;
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                return false;
            }
        }

        private static HttpClient ClientOf(SocketsHttpHandler connections) => new(connections, disposeHandler: false) { Timeout = TimeSpan.FromSeconds(60) };
    }
}
