using ModuleX.Domain.ToolSessions;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Questions to the table of sessions.</summary>
internal static class ToolSessionQueries
{
    public static IQueryable<ToolSessionRow> WithId(this IQueryable<ToolSessionRow> rows, ToolSessionId id)
    {
        var (tenant, owner, tool, account) = (id.Tenant, id.Owner.Value, id.Tool, id.Account);
        return rows.Where(row => row.TenantId == tenant && row.Owner == owner && row.Tool == tool && row.Account == account);
    }
}
