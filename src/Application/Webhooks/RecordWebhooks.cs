using System.Collections.Frozen;
using ModuleX.Domain.Results;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>
/// The documented types: each tells of one record of its service, and keeps the copy that a sync pulled fresh until the next pull. A message adds
/// its members to what is known. Messages come in any order: an older one never wins over a newer one, and only fills in what that one did not say.
/// </summary>
internal sealed class RecordWebhooks : IWebhookHandler
{
    private static readonly FrozenDictionary<string, RecordEvent> Known = new Dictionary<string, RecordEvent>
    {
        ["user.created"] = new(SyncTypes.Users, ["user_id", "id"]),
        ["user.updated"] = new(SyncTypes.Users, ["user_id", "id"]),
        ["user.deleted"] = new(SyncTypes.Users, ["user_id", "id"], IsDeletion: true),
        ["payment.completed"] = Payment("completed"),
        ["payment.failed"] = Payment("failed"),
        ["payment.refunded"] = Payment("refunded"),
        ["notification.sent"] = Notification("sent"),
        ["notification.failed"] = Notification("failed"),
    }.ToFrozenDictionary();

    public IReadOnlyCollection<string> EventTypes => Known.Keys;

    public async Task<Result<Done>> HandleAsync(WebhookEvent happened, ISyncedRecords records, CancellationToken cancellationToken)
    {
        var kind = Known[happened.EventType];
        if (RecordJson.Read(happened.Payload) is not { } sent || RecordJson.IdOf(sent, kind.IdNames) is not { } id)
            return WebhookErrors.RecordIdMissing(string.Join(", ", kind.IdNames));
        if (kind.Outcome is { } outcome) sent[outcome.Name] = outcome.Value;
        if (await records.FindAsync(happened.ServiceId, kind.Type, id, cancellationToken) is not { } record)
        {
            record = new SyncedRecord(happened.TenantId, happened.ServiceId, kind.Type, id, sent.ToJsonString(), happened.CreatedAt);
            if (kind.IsDeletion) record.Delete();
            records.Add(record);
            return Done.Result;
        }
        var isNewer = happened.CreatedAt >= record.UpdatedAt;
        if (isNewer) record.Write(kind.IsDeletion ? record.Data : RecordJson.Merged(record.Data, sent, record.IsDeleted), kind.IsDeletion, happened.CreatedAt);
        else if (!record.IsDeleted && !kind.IsDeletion) record.Write(RecordJson.Filled(record.Data, sent), false, happened.CreatedAt);
        return Done.Result;
    }

    private static RecordEvent Payment(string outcome) => new(SyncTypes.Subscriptions, ["payment_id", "subscription_id", "id"], ("payment_status", outcome));

    private static RecordEvent Notification(string outcome) => new(SyncTypes.Notifications, ["notification_id", "id"], ("status", outcome));

    /// <param name="IdNames">The members that may be the id of the record, the best first.</param>
    /// <param name="Outcome">What the type itself says of the record; null for nothing.</param>
    private sealed record RecordEvent(string Type, IReadOnlyList<string> IdNames, (string Name, string Value)? Outcome = null, bool IsDeletion = false);
}
