using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using ModuleX.Infrastructure.Runs.Egress;

namespace ModuleX.Infrastructure.Runs.Hosts;

/// <summary>The one way out: a pool of connections that the guard opens. Follows nothing, remembers nothing, adds nothing.</summary>
internal sealed class OutgoingHttp : IDisposable
{
    /// <summary>How much of an answer with an error status is read; the rest says nothing new.</summary>
    private const int ErrorBodyBytes = 64 * 1024;

    private const int MaxHeadersKilobytes = 64;

    private readonly HttpMessageInvoker _invoker;

    private readonly AnswerMemory _memory;

    public OutgoingHttp(EgressGuard guard, AnswerMemory memory, IOptions<RunOptions> options)
    {
        _memory = memory;
        _invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            // The framework would forward X-Api-Key and cookies to another origin.
            AllowAutoRedirect = false,
            UseCookies = false,
            // A proxy from the environment would resolve the name itself, behind the guard.
            UseProxy = false,
            // ContentCoding does it; the framework's way parses the header anew for each request.
            AutomaticDecompression = DecompressionMethods.None,
            // A name is judged again when it is connected again, so that a connection doesn't outlive its address for long.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            ConnectTimeout = options.Value.ConnectTimeout,
            MaxResponseHeadersLength = MaxHeadersKilobytes,
            ConnectCallback = guard.ConnectAsync,
            // The framework's own span would tell the path, and parameters are in it; OutgoingSpan does without, and sends the trace's headers.
            ActivityHeadersPropagator = null,
            RequestHeaderEncodingSelector = static (_, _) => Encoding.ASCII,
        });
    }

    /// <summary>Sends one request and reads the answer. Every failure is a value but the caller's own cancellation.</summary>
    /// <param name="maxBytes">The largest body of a success, after decompression.</param>
    /// <param name="cutsSuccess">Whether a larger one is cut there, as the bodies of errors are, and is no failure.</param>
    public Task<Exchange> SendAsync(HttpRequestMessage request, long maxBytes, Deadline deadline, bool cutsSuccess = false) =>
        OutgoingSpan.IsWanted ? SendInSpanAsync(request, maxBytes, deadline, cutsSuccess) : SendOnlyAsync(request, maxBytes, deadline, cutsSuccess);

    public void Dispose() => _invoker.Dispose();

    private async Task<Exchange> SendInSpanAsync(HttpRequestMessage request, long maxBytes, Deadline deadline, bool cutsSuccess)
    {
        using var span = OutgoingSpan.Start(request);
        var exchange = await SendOnlyAsync(request, maxBytes, deadline, cutsSuccess);
        OutgoingSpan.End(span, exchange);
        return exchange;
    }

    private async Task<Exchange> SendOnlyAsync(HttpRequestMessage request, long maxBytes, Deadline deadline, bool cutsSuccess)
    {
        request.Headers.TryAddWithoutValidation(ContentCoding.AcceptHeader, ContentCoding.Accepted);
        try
        {
            // Here and not earlier: it may have waited for its turn, and the process may have been hung.
            if (deadline.Permit is { } permit && await permit(deadline.Token) is { } refusal)
                return Exchange.Failed(ExchangeFailure.NotPermitted) with { Refusal = refusal };
            using var response = await _invoker.SendAsync(request, deadline.Token);
            var isError = (int)response.StatusCode >= 300;
            var isCut = isError || cutsSuccess;
            var limit = isError && !cutsSuccess ? ErrorBodyBytes : maxBytes;
            // The answer to HEAD has the length of what GET would bring.
            if (!isCut && request.Method != HttpMethod.Head && response.Content.Headers.ContentLength > limit)
                return Exchange.Failed(ExchangeFailure.TooLarge);
            var (body, hasMore, reserved) = await BoundedBody.ReadAsync(response.Content, limit, _memory, deadline.Token);
            if (!hasMore || isCut)
                return Exchange.Answered(new Answer((int)response.StatusCode, response.Headers, response.Content.Headers, body, hasMore) { Memory = reserved });
            reserved?.Dispose();
            return Exchange.Failed(ExchangeFailure.TooLarge);
        }
        catch (OperationCanceledException) when (!deadline.Caller.IsCancellationRequested)
        {
            return deadline.HasPassed
                ? Exchange.Failed(ExchangeFailure.Deadline)
                : Exchange.Failed(ExchangeFailure.Unreachable, "no connection in time");
        }
        catch (InvalidDataException) when (!deadline.Caller.IsCancellationRequested)
        {
            return Exchange.Failed(ExchangeFailure.Malformed);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException && !deadline.Caller.IsCancellationRequested)
        {
            if (EgressRefusedException.Find(exception) is { } refused) return Exchange.Failed(ExchangeFailure.EgressRefused, refused.Host);
            if (deadline.HasPassed) return Exchange.Failed(ExchangeFailure.Deadline);
            var error = ErrorOf(exception);
            var wasSent = error is not (HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError);
            return Exchange.Failed(ExchangeFailure.Unreachable, ReasonOf(error)) with { MayBeDone = wasSent };
        }
    }

    private static HttpRequestError ErrorOf(Exception exception) => exception switch
    {
        HttpRequestException request => request.HttpRequestError,
        HttpIOException io => io.HttpRequestError,
        _ => HttpRequestError.Unknown,
    };

    private static string ReasonOf(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "its name was not found",
        HttpRequestError.ConnectionError => "no connection",
        HttpRequestError.SecureConnectionError => "no secure connection",
        HttpRequestError.ResponseEnded => "the connection was closed half way",
        HttpRequestError.InvalidResponse => "the answer is not HTTP",
        HttpRequestError.ConfigurationLimitExceeded => "the headers of the answer are too large",
        _ => "the connection broke",
    };
}
