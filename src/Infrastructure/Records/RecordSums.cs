using ModuleX.Application.Analytics;
using ModuleX.Application.Records;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Records;

/// <summary>One sum: what it is about, of which hour.</summary>
/// <param name="Organization">Empty for none.</param>
internal readonly record struct SumKey(TenantId Tenant, OrganizationId Organization, Measure Measure, string Subject, string Detail, DateTimeOffset Hour);

/// <summary>A user or external owner used something in that hour.</summary>
/// <param name="Tool">Empty for a request of any kind.</param>
internal readonly record struct PresenceKey(TenantId Tenant, OrganizationId Organization, string Owner, string Tool, DateTimeOffset Hour);

/// <summary>Numbers that add up.</summary>
internal sealed class Sum
{
    public long Count { get; set; }

    /// <summary>Those without success.</summary>
    public long Errors { get; set; }

    /// <summary>Requests that were answered 401 or 403.</summary>
    public long Refused { get; set; }

    /// <summary>Requests that were answered 5xx.</summary>
    public long Faults { get; set; }

    /// <summary>Of all that took time.</summary>
    public long DurationMicroseconds { get; set; }

    public LatencyHistogram Latency { get; } = new();

    public void Add(Sum other)
    {
        Count += other.Count;
        Errors += other.Errors;
        Refused += other.Refused;
        Faults += other.Faults;
        DurationMicroseconds += other.DurationMicroseconds;
        Latency.Add(other.Latency);
    }
}

/// <summary>Adds up records by hour, in memory; not safe for several threads.</summary>
internal sealed class RecordSums
{
    private Dictionary<SumKey, Sum> _sums = [];
    private HashSet<PresenceKey> _presences = [];

    public void Add(RecordEntry entry)
    {
        var hour = Window.HourOf(entry.At);
        Count(new(entry.TenantId, entry.OrganizationId ?? default, Measure.Records, LogKinds.Of(entry.Kind), NameOf(entry.Level), hour), entry);
        switch (entry.Kind)
        {
            case RecordKind.Request:
                AddRequest(entry, hour);
                break;
            case RecordKind.Business when entry is { Category: RecordCategories.Execution, ToolName: { } tool, ActionName: { } action }:
                Count(new(entry.TenantId, entry.OrganizationId ?? default, Measure.Runs, tool, action, hour), entry);
                NotePresence(entry, tool, hour);
                break;
            case RecordKind.Security when entry.Code is { } name:
                Count(new(entry.TenantId, entry.OrganizationId ?? default, Measure.Security, name, "", hour), entry);
                break;
        }
    }

    /// <summary>Hands over everything that was added, and begins anew.</summary>
    /// <param name="home">Whose the sums without a caller are.</param>
    public (Dictionary<SumKey, Sum> Sums, HashSet<PresenceKey> Presences) Take(TenantId home)
    {
        foreach (var key in _sums.Keys.Where(key => key.Tenant == default).ToList())
        {
            var sum = _sums[key];
            _sums.Remove(key);
            if (_sums.TryGetValue(key with { Tenant = home }, out var own)) own.Add(sum);
            else _sums[key with { Tenant = home }] = sum;
        }
        var taken = (_sums, _presences);
        (_sums, _presences) = ([], []);
        return taken;
    }

    private static string NameOf(RecordLevel level) => level switch
    {
        RecordLevel.Info => "INFO",
        RecordLevel.Warning => "WARNING",
        RecordLevel.Error => "ERROR",
        _ => "CRITICAL",
    };

    private void AddRequest(RecordEntry entry, DateTimeOffset hour)
    {
        Count(new(entry.TenantId, entry.OrganizationId ?? default, Measure.Requests, entry.Endpoint ?? "", entry.Method ?? "", hour), entry);
        Count(new(entry.TenantId, entry.OrganizationId ?? default, Measure.AllRequests, "", "", hour), entry);
        if (entry.AuthMethod is not { } method) return;
        Count(new(entry.TenantId, entry.OrganizationId ?? default, Measure.AuthMethods, method, "", hour), entry);
        NotePresence(entry, "", hour);
    }

    private void NotePresence(RecordEntry entry, string tool, DateTimeOffset hour)
    {
        if (entry is { UserId: { } owner, OrganizationId: { } organization }) _presences.Add(new(entry.TenantId, organization, owner, tool, hour));
    }

    private void Count(SumKey key, RecordEntry entry)
    {
        if (!_sums.TryGetValue(key, out var sum)) _sums[key] = sum = new Sum();
        sum.Count++;
        if (!entry.Success) sum.Errors++;
        if (entry.StatusCode is 401 or 403) sum.Refused++;
        if (entry.StatusCode >= 500) sum.Faults++;
        if (key.Measure is not (Measure.Requests or Measure.AllRequests or Measure.Runs) || entry.DurationMicroseconds is not { } duration) return;
        sum.DurationMicroseconds += duration;
        sum.Latency.Add(duration);
    }
}
