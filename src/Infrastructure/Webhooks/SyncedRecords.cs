using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Webhooks;

/// <summary>The records in one transaction. What was found or added before in it is not asked for again.</summary>
internal sealed class SyncedRecords(ModuleXDbContext db) : ISyncedRecords
{
    private readonly Dictionary<(ServiceId Service, string Type, string Id), SyncedRecord> _known = [];

    public async Task<SyncedRecord?> FindAsync(ServiceId service, string type, string externalId, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((service, type, externalId), out var known)) return known;
        var found = await db.SyncedRecords.AsTracking()
            .SingleOrDefaultAsync(row => row.ServiceId == service && row.Type == type && row.ExternalId == externalId, cancellationToken);
        if (found is not null) _known[(service, type, externalId)] = found;
        return found;
    }

    public void Add(SyncedRecord record)
    {
        db.SyncedRecords.Add(record);
        _known[(record.ServiceId, record.Type, record.ExternalId)] = record;
    }
}
