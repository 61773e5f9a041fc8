using System.Security.Cryptography;
using System.Text;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Access;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Names tool sessions in the changes that processes tell each other of.</summary>
internal static class ToolSessionSubject
{
    /// <summary>The beginning of a hash: as short as the ids of other subjects, and without the owner's name.</summary>
    public static Guid Of(ToolSessionId id) => HashOf(id.ToString());

    /// <summary>All accounts of a tool that an owner has: which there are, which one is the default, and who may use them.</summary>
    public static Guid OfAccounts(TenantId tenant, OwnerId owner, string tool) => HashOf($"{tenant}/{tool}//{owner}");

    private static Guid HashOf(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}

/// <summary>A tool session has changed.</summary>
/// <param name="Subject"><see cref="ToolSessionSubject"/>.</param>
/// <param name="Version">Its version now; 0 for one that was removed.</param>
internal readonly record struct ToolSessionChange(Guid Subject, long Version)
{
    /// <summary>Whatever version is in memory, it is to be read again.</summary>
    public const long Unknown = -1;

    public AccessChangeRow ToRow(Guid writer, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), At = now, Subject = Subject, SessionVersion = Version, Writer = writer };
}
