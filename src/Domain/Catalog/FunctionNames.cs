using System.Security.Cryptography;
using System.Text;

namespace ModuleX.Domain.Catalog;

/// <summary>Names of functions: <c>tool_action</c>, as every model provider takes them.</summary>
public static class FunctionNames
{
    /// <summary>The longest name that OpenAI and Anthropic take.</summary>
    public const int MaximumLength = 64;

    private const int HashLength = 8;

    /// <summary>A name that is too long keeps its beginning and ends in a hash, so that it stays the same and stays unique.</summary>
    public static string Of(string tool, string action)
    {
        var name = $"{tool}_{action}";
        return name.Length <= MaximumLength ? name : WithHash(name, name);
    }

    /// <summary>The name where another action's reads alike: tool <c>a_b</c> with <c>c</c>, tool <c>a</c> with <c>b_c</c>.</summary>
    public static string Apart(string tool, string action) => WithHash($"{tool}_{action}", $"{tool}/{action}");

    /// <summary>Whether a name ends as one with a hash does, so that it is worth a look.</summary>
    internal static bool MayHaveHash(string name) =>
        name.Length > HashLength && name[^(HashLength + 1)] == '_' && name[^HashLength..].All(char.IsAsciiHexDigitLower);

    private static string WithHash(string name, string hashed)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hashed)))[..HashLength];
        return $"{name[..Math.Min(name.Length, MaximumLength - HashLength - 1)]}_{hash}";
    }
}
