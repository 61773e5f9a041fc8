using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Records;
using ModuleX.Infrastructure.ToolSessions;

namespace ModuleX.Infrastructure.Organizations;

internal sealed class OrganizationStatistics(IDbContextFactory<ModuleXDbContext> contexts) : IOrganizationStatistics
{
    /// <summary>How many owners one query asks for; databases take some two thousand parameters.</summary>
    private const int OwnersAtOnce = 500;

    public async Task<OrganizationStatisticsView> MeasureAsync(
        TenantId tenant, OrganizationId organization, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var members = await MemberQueries.Members(db, db.Users, organization)
            .Select(row => new { row.User.Id, row.User.IsActive, row.User.LastActiveAt })
            .ToListAsync(cancellationToken);
        var keyUsedAt = await db.ApiKeys.Where(key => key.OrganizationId == organization && key.LastUsedAt != null)
            .OrderByDescending(key => key.LastUsedAt).Select(key => key.LastUsedAt).FirstOrDefaultAsync(cancellationToken);
        var tools = await ToolsOfAsync(db, organization, [.. members.Select(member => member.Id)], cancellationToken);
        var (today, month) = await CallsOfAsync(db, organization, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        return new(
            members.Count, members.Count(member => member.IsActive), tools.Select(tool => tool.Tool).Distinct().Count(),
            tools.Where(tool => tool.IsActive).Select(tool => tool.Tool).Distinct().Count(),
            today, month, tools.Sum(tool => tool.Bytes), members.Select(member => member.LastActiveAt).Append(keyUsedAt).Max());
    }

    private static async Task<List<ToolFigures>> ToolsOfAsync(
        ModuleXDbContext db, OrganizationId organization, IReadOnlyList<UserId> members, CancellationToken cancellationToken)
    {
        var external = OwnerId.External(organization, "").Value;
        var connected = db.ToolSessions.Where(row => row.CredentialId != null);
        var tools = await SumAsync(connected.Where(row => row.Owner.StartsWith(external)), cancellationToken);
        foreach (var some in members.Chunk(OwnersAtOnce))
        {
            var owners = some.Select(member => OwnerId.User(member.Value).Value).ToList();
            tools.AddRange(await SumAsync(connected.Where(row => owners.Contains(row.Owner)), cancellationToken));
        }
        return tools;
    }

    private static Task<List<ToolFigures>> SumAsync(IQueryable<ToolSessionRow> sessions, CancellationToken cancellationToken) => sessions
        .GroupBy(row => row.Tool)
        .Select(rows => new ToolFigures(
            rows.Key, rows.Max(row => row.IsActive && !row.NeedsReconnect ? 1 : 0) == 1, rows.Sum(row => (long)row.CredentialCipher!.Length)))
        .ToListAsync(cancellationToken);

    private static async Task<(long Today, long Month)> CallsOfAsync(
        ModuleXDbContext db, OrganizationId organization, DateOnly today, CancellationToken cancellationToken)
    {
        var (day, first) = (StartOf(today), StartOf(new DateOnly(today.Year, today.Month, 1)));
        var days = await db.AllSums()
            .Where(row => row.OrganizationId == organization && row.Measure == Measure.AuthMethods && row.Grain == SumGrain.Day && row.Start >= first
                && row.Start <= day)
            .Select(row => new { row.Start, row.Count }).ToListAsync(cancellationToken);
        return (days.Where(row => row.Start == day).Sum(row => row.Count), days.Sum(row => row.Count));
    }

    private static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>The sessions of one tool, of some owners.</summary>
    private sealed record ToolFigures(string Tool, bool IsActive, long Bytes);
}
