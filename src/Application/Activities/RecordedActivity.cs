using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ModuleX.Domain.Records;

namespace ModuleX.Application.Activities;

/// <summary>Makes activities of records, the same for the list and for those who watch.</summary>
public static class RecordedActivity
{
    /// <summary>The audit's actions that are each type's own; all others are <see cref="ActivityTypes.Other"/>.</summary>
    public static IReadOnlyList<string> LogoutActions { get; } = [AuditActions.Logout, AuditActions.SessionEnded];

    /// <param name="entry">A business record of a person.</param>
    public static ActivityView Of(RecordEntry entry)
    {
        var isExecution = entry.Category == RecordCategories.Execution;
        var metadata = new JsonObject { ["tool_name"] = entry.ToolName, ["action_name"] = entry.ActionName, ["success"] = entry.Success };
        if (entry.DurationMicroseconds is { } duration) metadata["duration_ms"] = duration / 1000.0;
        if (entry.Code is { } code) metadata["error_code"] = code;
        if (!isExecution && entry.Details is { } change) metadata["change"] = change;
        return new(
            IdOf(entry), isExecution ? ActivityTypes.ToolExecution : ActivityTypes.ToolAuthentication, entry.UserId ?? "",
            isExecution ? SentenceOf(entry) : entry.Message, metadata.ToJsonString(), entry.At);
    }

    /// <param name="entry">An audit entry of a user.</param>
    public static ActivityView Of(AuditEntry entry)
    {
        var metadata = new JsonObject
        {
            ["action"] = entry.Action, ["resource"] = entry.Resource, ["resource_id"] = entry.ResourceId, ["success"] = entry.Status == AuditStatuses.Success,
            ["details"] = JsonNode.Parse(entry.Details),
        };
        return new(entry.Id.ToString(), TypeOf(entry.Action), entry.UserId?.ToString() ?? "", SentenceOf(entry), metadata.ToJsonString(), entry.CreatedAt);
    }

    private static string TypeOf(string action) => action switch
    {
        AuditActions.LoginSucceeded => ActivityTypes.Login,
        _ when LogoutActions.Contains(action) => ActivityTypes.Logout,
        _ => ActivityTypes.Other,
    };

    private static string SentenceOf(RecordEntry entry) => entry.Success
        ? $"Executed {entry.ActionName} of {entry.ToolName}"
        : $"Could not execute {entry.ActionName} of {entry.ToolName}: {entry.Message}";

    private static string SentenceOf(AuditEntry entry) => entry.Action switch
    {
        AuditActions.LoginSucceeded => "Signed in",
        AuditActions.LoginFailed => "Failed login attempt",
        AuditActions.Logout => "Signed out",
        AuditActions.SessionEnded => "A login session was ended",
        _ => $"{char.ToUpperInvariant(entry.Action[0])}{entry.Action[1..].Replace('_', ' ')}{NameOf(entry)}",
    };

    /// <summary>Modules and tools have names that people know; ids say nothing to them.</summary>
    private static string NameOf(AuditEntry entry) => entry.ResourceId is { } name && !Guid.TryParse(name, out _) ? $": {name}" : "";

    /// <summary>
    /// A UUID of version 8 (RFC 9562) from the time and what the record says: a record has no number before it is written, and in a batch it is not told
    /// which one it got. Milliseconds, which every database keeps.
    /// </summary>
    private static string IdOf(RecordEntry entry)
    {
        var at = entry.At.ToUnixTimeMilliseconds();
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{at}\n{entry.TenantId}\n{entry.UserId}\n{entry.Category}\n{entry.ToolName}\n{entry.ActionName}\n{entry.DurationMicroseconds}\n"
            + $"{entry.Code}\n{entry.Details}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, at);
        time[2..].CopyTo(hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true).ToString();
    }
}
