using ModuleX.Domain.Results;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>Takes webhooks in. What it answers is answered after the transaction that stored them is committed.</summary>
public interface IWebhookIntake
{
    /// <summary>
    /// Stores a webhook; one whose delivery key was stored before is not stored again. NotFound: its service is gone. Unavailable: it could not be
    /// stored, or too many wait.
    /// </summary>
    /// <returns>The id of the stored one: the first one's where it was stored before.</returns>
    Task<Result<Guid>> AcceptAsync(WebhookEvent arrival, CancellationToken cancellationToken);
}

/// <summary>Wakes those who work in the background, on this node; the other nodes look for themselves.</summary>
public interface IServiceWork
{
    void WebhookIsDue();

    void SyncIsDue();

    void CheckIsDue();
}
