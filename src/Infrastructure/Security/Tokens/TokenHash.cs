using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ModuleX.Infrastructure.Security.Tokens;

/// <summary>The SHA-256 of a token: what memory knows it by, so that a dump of it has no tokens.</summary>
internal readonly record struct TokenHash(UInt128 High, UInt128 Low)
{
    private const int StackLimit = 2048;

    public static TokenHash Of(string token)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var length = Encoding.UTF8.GetMaxByteCount(token.Length);
        var bytes = length <= StackLimit ? stackalloc byte[length] : new byte[length];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(token, bytes)], hash);
        return new(BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));
    }
}
