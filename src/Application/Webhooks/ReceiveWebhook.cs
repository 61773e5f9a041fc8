using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using ModuleX.Application.Messaging;
using ModuleX.Application.Ports;
using ModuleX.Domain.Results;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>
/// Takes a webhook in. NotFound: there is no such tenant or service. Unauthenticated: the service signs, and this is not signed with its secret. Invalid: no type, or no JSON.
/// </summary>
/// <param name="Domain">Of the tenant, in lower case.</param>
/// <param name="EventType">Null where none was sent.</param>
/// <param name="DeliveryId">The sender's own id of this delivery; null where it has none.</param>
/// <param name="Body">As it came: what was signed is these bytes.</param>
/// <param name="Address">The peer's IP address; null where there is none.</param>
/// <returns>The id of the event; of one that was delivered before, the first one's.</returns>
public sealed record ReceiveWebhookCommand(
    string Domain, string Service, string? EventType, string? DeliveryId, WebhookProof Proof, ReadOnlyMemory<byte> Body, string? Address) : ICommand<Guid>
{
    public override string ToString() => "***";
}

internal sealed class ReceiveWebhookHandler(IServiceAddresses services, ServiceSecrets secrets, IWebhookIntake intake, ISecurityLog securityLog, TimeProvider time)
    : ICommandHandler<ReceiveWebhookCommand, Guid>
{
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 64 };

    public async Task<Result<Guid>> Handle(ReceiveWebhookCommand command, CancellationToken cancellationToken)
    {
        var service = await services.FindAsync(command.Domain, command.Service, cancellationToken);
        var now = time.GetUtcNow();
        var refusal = service is null ? WebhookErrors.ServiceUnknown : await RefusalOfProofAsync(command, service, now, cancellationToken) ?? RefusalOfContent(command);
        if (refusal is not null)
        {
            securityLog.WebhookRefused(service?.Id, command.Address, refusal.Code);
            return refusal;
        }
        var key = command.DeliveryId is { } id ? KeyOf(service!, id) : null;
        var arrival = WebhookEvent.Receive(Guid.CreateVersion7(now), service!.Tenant, service.Id, command.EventType!, Encoding.UTF8.GetString(command.Body.Span), key, now);
        return await intake.AcceptAsync(arrival, cancellationToken);
    }

    private async ValueTask<Error?> RefusalOfProofAsync(ReceiveWebhookCommand command, ServiceAddress service, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (service.Secret is null) return null;
        var secret = await secrets.OpenAsync(service.Tenant, service.Id, service.Secret, cancellationToken);
        var verified = WebhookSignature.Verify(secret, command.Proof, command.Body.Span, now);
        CryptographicOperations.ZeroMemory(secret);
        return verified.Error;
    }

    private static Error? RefusalOfContent(ReceiveWebhookCommand command) => command switch
    {
        { EventType: null } => WebhookErrors.EventTypeMissing,
        { EventType: var type } when !IsPlain(type, WebhookEvent.MaximumTypeLength) => WebhookErrors.EventTypeInvalid,
        { DeliveryId: { } id } when !IsPlain(id, WebhookEvent.MaximumDeliveryIdLength) => WebhookErrors.DeliveryIdInvalid,
        _ => IsJson(command.Body.Span) ? null : WebhookErrors.BodyInvalid,
    };

    private static bool IsPlain(string text, int maximum) => text.Length is > 0 && text.Length <= maximum && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter));

    /// <summary>One JSON value in Unicode, nested no deeper than any request may be. It is written out again in lists, so half a surrogate pair is none.</summary>
    private static bool IsJson(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body)) return false;
        try
        {
            var reader = new Utf8JsonReader(body, Strict);
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.String or JsonTokenType.PropertyName, ValueIsEscaped: true }) reader.GetString();
            }
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>A hash, so that every database compares it byte by byte.</summary>
    private static string KeyOf(ServiceAddress service, string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{service.Id}/{id}")));
}
