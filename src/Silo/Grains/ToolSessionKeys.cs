using System.Security.Cryptography;
using System.Text;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Silo.Grains;

/// <summary>The keys of session grains.</summary>
internal static class ToolSessionKeys
{
    /// <summary>A hash: Orleans writes keys into its logs, and the names of owners do not belong there.</summary>
    public static string Of(ToolSessionId id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id.ToString())));
}
