using ModuleX.Domain.Results;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>What webhooks of some types bring about. A new type is one class, registered beside the others.</summary>
public interface IWebhookHandler
{
    /// <summary>The types that it has an effect for; no two handlers share one.</summary>
    IReadOnlyCollection<string> EventTypes { get; }

    /// <summary>
    /// Brings the effect about through <paramref name="records"/>, which is committed together with the end of the webhook, or not at all: nothing
    /// else may be changed. A failure says that it can never have an effect, and has changed nothing; an exception, that it may have one when it is
    /// tried again.
    /// </summary>
    Task<Result<Done>> HandleAsync(WebhookEvent happened, ISyncedRecords records, CancellationToken cancellationToken);
}
