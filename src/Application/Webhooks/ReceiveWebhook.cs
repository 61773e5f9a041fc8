using System.Security.Cryptography;
using System.Text;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>
/// Takes a webhook in. NotFound: there is no such tenant or service. Unauthenticated: the service signs, and this is not signed with its secret.
/// Invalid: no type, or no JSON.
/// </summary>
/// <param name="Domain">Of the tenant, in lower case.</param>
/// <param name="Header">A header's value by its name; null where it was not sent, or is empty.</param>
/// <param name="Body">As it came: what was signed is these bytes.</param>
/// <param name="Address">The peer's IP address; null where there is none.</param>
public sealed record ReceiveWebhookCommand(string Domain, string Service, Func<string, string?> Header, ReadOnlyMemory<byte> Body, string? Address)
    : ICommand<WebhookReceipt>
{
    public override string ToString() => "***";
}

/// <summary>What the sender gets to hear.</summary>
/// <param name="Event">The id of the event; of one that was delivered before, the first one's.</param>
/// <param name="Challenge">What the sender wants to get back, and nothing is stored; null where it sent an event.</param>
public sealed record WebhookReceipt(Guid Event, string? Challenge = null);

internal sealed class ReceiveWebhookHandler(
    IServiceAddresses services, ServiceSecrets secrets, IWebhookIntake intake, ISecurityLog securityLog, TimeProvider time)
    : ICommandHandler<ReceiveWebhookCommand, WebhookReceipt>
{
    public async Task<Result<WebhookReceipt>> Handle(ReceiveWebhookCommand command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await services.FindAsync(command.Domain, command.Service, cancellationToken) is not { } service)
            return Refused(WebhookErrors.ServiceUnknown, command, null);
        if (await RefusalOfProofAsync(command, service, now, cancellationToken) is { } refusal) return Refused(refusal, command, service);
        if (WebhookContent.Read(service.Signature, command.Header, command.Body).Failed(out var error, out var content))
            return Refused(error, command, service);
        if (content.Challenge is { } challenge) return new WebhookReceipt(default, challenge);
        var key = content.DeliveryId is { } id ? KeyOf(service, id) : null;
        var arrival = WebhookEvent.Receive(
            Guid.CreateVersion7(now), service.Tenant, service.Id, content.EventType, Encoding.UTF8.GetString(command.Body.Span), key, now);
        return (await intake.AcceptAsync(arrival, cancellationToken)).Failed(out error, out var stored) ? error : new WebhookReceipt(stored);
    }

    private Error Refused(Error refusal, ReceiveWebhookCommand command, ServiceAddress? service)
    {
        securityLog.WebhookRefused(service?.Id, command.Address, refusal.Code);
        return refusal;
    }

    private async ValueTask<Error?> RefusalOfProofAsync(
        ReceiveWebhookCommand command, ServiceAddress service, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (service.Secret is null) return null;
        var secret = await secrets.OpenAsync(service.Tenant, service.Id, service.Secret, cancellationToken);
        var verified = WebhookSignature.Verify(service.Signature, secret, command.Header, command.Body.Span, now);
        CryptographicOperations.ZeroMemory(secret);
        return verified.Error;
    }

    /// <summary>A hash, so that every database compares it byte by byte.</summary>
    private static string KeyOf(ServiceAddress service, string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{service.Id}/{id}")));
}
