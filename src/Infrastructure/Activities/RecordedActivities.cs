using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Activities;
using ModuleX.Application.Paging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Records;

namespace ModuleX.Infrastructure.Activities;

/// <summary>What people do with tools are business records, all else is in the audit log; each has an index by user and time, and one by time.</summary>
internal sealed class RecordedActivities(IDbContextFactory<ModuleXDbContext> contexts) : IRecordedActivities
{
    public async Task<Page<ActivityView>> ListAsync(TenantId tenant, ActivityFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var (items, total) = await NewestOfBoth.ListAsync(
            RecordsOf(db, filter), AuditOf(db, filter), page.Skip, page.Take, RecordedActivity.Of, RecordedActivity.Of, cancellationToken);
        return new(items, total, page);
    }

    private static IQueryable<RecordEntry>? RecordsOf(ModuleXDbContext db, ActivityFilter filter)
    {
        if (filter.Type is not (null or ActivityTypes.ToolAuthentication or ActivityTypes.ToolExecution)) return null;
        var entries = db.Records.Where(entry => entry.Kind == RecordKind.Business);
        entries = filter.User is { } user ? entries.Where(entry => entry.UserId == user) : entries.Where(entry => entry.UserId != null);
        if (filter.Type == ActivityTypes.ToolExecution) entries = entries.Where(entry => entry.Category == RecordCategories.Execution);
        if (filter.Type == ActivityTypes.ToolAuthentication) entries = entries.Where(entry => entry.Category != RecordCategories.Execution);
        if (filter.Since is { } since) entries = entries.Where(entry => entry.At >= since);
        return filter.Until is { } until ? entries.Where(entry => entry.At < until) : entries;
    }

    private static IQueryable<AuditEntry>? AuditOf(ModuleXDbContext db, ActivityFilter filter)
    {
        var entries = db.AuditEntries.AsQueryable();
        if (filter.User is null) entries = entries.Where(entry => entry.UserId != null);
        else if (Guid.TryParse(filter.User, out var id) && new UserId(id) is var user) entries = entries.Where(entry => entry.UserId == user);
        // An external owner has no login, so nothing is audited.
        else return null;
        switch (filter.Type)
        {
            case ActivityTypes.ToolAuthentication or ActivityTypes.ToolExecution:
                return null;
            case ActivityTypes.Login:
                entries = entries.Where(entry => entry.Action == AuditActions.LoginSucceeded);
                break;
            case ActivityTypes.Logout:
                entries = entries.Where(entry => RecordedActivity.LogoutActions.Contains(entry.Action));
                break;
            case ActivityTypes.Other:
                entries = entries.Where(entry => entry.Action != AuditActions.LoginSucceeded && !RecordedActivity.LogoutActions.Contains(entry.Action));
                break;
        }
        if (filter.Since is { } since) entries = entries.Where(entry => entry.CreatedAt >= since);
        return filter.Until is { } until ? entries.Where(entry => entry.CreatedAt < until) : entries;
    }
}
