using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ModuleX.Domain.Identity;

/// <summary>The token that is printed once, at the first start of an installation, and makes its first super admin.</summary>
public static class BootstrapToken
{
    private const string Marker = "mxb_";

    /// <param name="random">32 random bytes.</param>
    public static string TextOf(ReadOnlySpan<byte> random) => Marker + Base64Url.EncodeToString(random);

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
