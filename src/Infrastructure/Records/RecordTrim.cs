using System.Text;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Records;

/// <summary>Makes a record fit its row.</summary>
internal static class RecordTrim
{
    /// <param name="home">Whose a record without a caller is.</param>
    /// <param name="slow">From which duration on a request is slow.</param>
    public static void Prepare(RecordEntry entry, TenantId home, TimeSpan slow)
    {
        entry.IsSlow = entry.Kind == RecordKind.Request && entry.DurationMicroseconds >= slow.Ticks / TimeSpan.TicksPerMicrosecond;
        if (entry.TenantId == default) entry.TenantId = home;
        entry.UserId = Cut(entry.UserId, RecordLimits.Owner);
        entry.Message = Cut(entry.Message, RecordLimits.Text)!;
        entry.ToolName = Cut(entry.ToolName, RecordLimits.Name);
        entry.ActionName = Cut(entry.ActionName, RecordLimits.Name);
        entry.Endpoint = Cut(entry.Endpoint, RecordLimits.Endpoint);
        entry.IpAddress = Cut(entry.IpAddress, RecordLimits.Name);
        entry.Code = Cut(entry.Code, RecordLimits.Name);
        entry.Details = Cut(entry.Details, RecordLimits.Text);
    }

    private static string? Cut(string? text, int length)
    {
        if (text is null) return null;
        // PostgreSQL takes no null character in a text, and its driver no half of a surrogate pair: one such record would hold up all that come after it.
        if (text.Contains('\0', StringComparison.Ordinal)) text = text.Replace("\0", "", StringComparison.Ordinal);
        if (text.AsSpan().ContainsAnyInRange('\ud800', '\udfff')) text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        return ShortText.Of(text, length);
    }
}
