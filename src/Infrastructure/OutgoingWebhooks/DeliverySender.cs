using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using ModuleX.Application.OutgoingWebhooks;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.Runs;
using ModuleX.Infrastructure.Runs.Hosts;
using ModuleX.Infrastructure.ToolSessions;

namespace ModuleX.Infrastructure.OutgoingWebhooks;

/// <summary>Signs deliveries as Standard Webhooks says and sends them, through the same guarded way out as every run. Redirects are not followed.</summary>
internal sealed class DeliverySender(OutgoingHttp http, OutgoingSecrets secrets, IOptions<OutgoingWebhookOptions> options, TimeProvider time)
{
    /// <summary>One attempt for each delivery, at the same time. Every failure is in an attempt.</summary>
    public async Task<DeliveryAttempt[]> SendAsync(ClaimedDeliveries claimed, CancellationToken cancellationToken)
    {
        var keys = await KeysOfAsync(claimed.Endpoint, cancellationToken);
        var attempts = await Task.WhenAll(claimed.Deliveries.Select(one => SendAsync(claimed.Endpoint, one, keys, cancellationToken)));
        foreach (var key in keys) CryptographicOperations.ZeroMemory(key);
        return attempts;
    }

    private async Task<List<byte[]>> KeysOfAsync(OutgoingWebhook endpoint, CancellationToken cancellationToken)
    {
        var keys = new List<byte[]>(2);
        foreach (var secret in endpoint.SecretsAt(time.GetUtcNow()))
        {
            if (await secrets.OpenAsync(endpoint.TenantId, endpoint.Id, secret, cancellationToken) is { } key) keys.Add(key);
        }
        return keys;
    }

    private async Task<DeliveryAttempt> SendAsync(OutgoingWebhook endpoint, ClaimedDelivery claimed, List<byte[]> keys, CancellationToken cancellationToken)
    {
        var (at, started) = (time.GetUtcNow(), time.GetTimestamp());
        var attempt = new DeliveryAttempt(
            Guid.CreateVersion7(at), endpoint.TenantId, claimed.Delivery.Id, claimed.Delivery.Attempts + 1, at, 0, null, "Its secret does not open", null);
        if (keys.Count == 0) return attempt;
        using var deadline = new Deadline(options.Value.Timeout, time, cancellationToken);
        using var request = RequestOf(endpoint, claimed.Happened, keys, at);
        var exchange = await http.SendAsync(request, DeliveryAttempt.MaximumBody, deadline, cutsSuccess: true);
        var answer = exchange.Answer;
        using var memory = answer?.Memory;
        return attempt with
        {
            DurationMilliseconds = (int)time.GetElapsedTime(started).TotalMilliseconds, Status = answer?.Status, Error = ErrorOf(exchange),
            Body = answer is null ? null : TextOf(answer.Body),
        };
    }

    private static HttpRequestMessage RequestOf(OutgoingWebhook endpoint, OutgoingEvent happened, List<byte[]> keys, DateTimeOffset at)
    {
        var body = OutgoingBody.Of(happened);
        var (id, seconds) = (happened.Id.ToString("D"), at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        TokenRequest.AddCommonHeaders(request);
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", seconds);
        request.Headers.Add("webhook-signature", string.Join(' ', keys.Select(key => WebhookSignature.SignStandard(key, id, seconds, body))));
        return request;
    }

    /// <summary>For people, without an address of the inside; null for a success.</summary>
    private static string? ErrorOf(Exchange exchange) => exchange switch
    {
        { Answer.IsSuccess: true } => null,
        { Answer: { Status: >= 300 and < 400 } } => "It answered with a redirect, and these are not followed",
        { Answer: { Status: var status } } => string.Create(CultureInfo.InvariantCulture, $"It answered with status {status}"),
        { Failure: ExchangeFailure.EgressRefused } => "Its address is private and Egress:Allow does not name it",
        { Failure: ExchangeFailure.Deadline } => "It did not answer in time",
        { Failure: ExchangeFailure.Malformed } => "Its answer can't be read",
        _ => $"It can't be reached: {exchange.Reason}",
    };

    /// <summary>PostgreSQL takes no null character in a text.</summary>
    private static string TextOf(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, DeliveryAttempt.MaximumBody)));
        return text.Replace('\0', '\ufffd');
    }
}
