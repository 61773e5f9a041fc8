using System.Security.Cryptography;
using System.Text;

namespace ModuleX.Application.Runs;

/// <summary>Names of functions: <c>tool_action</c>, as every model provider takes them.</summary>
internal static class FunctionNames
{
    /// <summary>The longest name that OpenAI takes.</summary>
    public const int MaximumLength = 64;

    private const int HashLength = 8;

    /// <summary>A name that is too long keeps its beginning and ends in a hash, so that it stays the same and stays unique.</summary>
    public static string Of(string tool, string action)
    {
        var name = $"{tool}_{action}";
        if (name.Length <= MaximumLength) return name;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashLength];
        return $"{name[..(MaximumLength - HashLength - 1)]}_{hash}";
    }
}
