using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>A sealed secret in one column: the 16 bytes of its key's id, and the cipher text behind them.</summary>
internal sealed class SealedSecretConverter() : ValueConverter<SealedSecret, byte[]>(secret => BytesOf(secret), bytes => SecretOf(bytes))
{
    private const int IdLength = 16;

    private static byte[] BytesOf(SealedSecret secret) => [.. secret.KeyId.ToByteArray(bigEndian: true), .. secret.Cipher];

    private static SealedSecret SecretOf(byte[] bytes) => new(new Guid(bytes.AsSpan(0, IdLength), bigEndian: true), bytes.AsSpan(IdLength).ToImmutableArray());
}
