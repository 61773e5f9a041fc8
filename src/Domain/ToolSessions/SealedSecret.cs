using System.Collections.Immutable;

namespace ModuleX.Domain.ToolSessions;

/// <summary>A secret as it is stored and cached: cipher text and the id of the data key that opens it.</summary>
/// <param name="KeyId">The tenant's data key.</param>
/// <param name="Cipher">Nonce, tag and cipher text, as the protector lays them out.</param>
public sealed record SealedSecret(Guid KeyId, ImmutableArray<byte> Cipher)
{
    public override string ToString() => "***";
}
