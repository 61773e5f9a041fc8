namespace ModuleX.Silo.Tests.Fixtures;

/// <summary>Sends each request to the next node, on a connection of its own, and to the one after it only where there was no connection: as a plain load balancer does.</summary>
internal sealed class RoundRobin(IReadOnlyList<Uri> nodes) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero }) { Timeout = TimeSpan.FromSeconds(60) };
    private int _next;

    /// <exception cref="HttpRequestException">The request was sent, and no answer came.</exception>
    public async Task<Reply> SendAsync(HttpMethod method, string path, object? body = null, params (string, string)[] headers)
    {
        var first = (uint)Interlocked.Increment(ref _next);
        for (var attempt = 1; ; attempt++)
        {
            var node = nodes[(int)((first + attempt) % nodes.Count)];
            try
            {
                return await _http.CallAsync(method, new Uri(node, path).AbsoluteUri, body, headers);
            }
            catch (HttpRequestException exception) when (exception.HttpRequestError is HttpRequestError.ConnectionError && attempt < nodes.Count)
            {
                // The next one.
            }
        }
    }

    public void Dispose() => _http.Dispose();
}
