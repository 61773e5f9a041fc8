using System.Security.Cryptography;
using System.Text;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Access;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Names tool sessions in the changes that processes tell each other of.</summary>
internal static class ToolSessionSubject
{
    /// <summary>The beginning of a hash: as short as the ids of other subjects, and without the owner's name.</summary>
    public static Guid Of(ToolSessionId id) => new(SHA256.HashData(Encoding.UTF8.GetBytes(id.ToString())).AsSpan(0, 16));
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
