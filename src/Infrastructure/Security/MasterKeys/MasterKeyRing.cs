using System.Collections.Immutable;

namespace ModuleX.Infrastructure.Security.MasterKeys;

/// <summary>The master keys that this process was given.</summary>
/// <param name="Current">What new elements of the key ring are encrypted with.</param>
/// <param name="Previous">What elements may still be encrypted with.</param>
internal sealed record MasterKeyRing(MasterKey Current, ImmutableArray<MasterKey> Previous)
{
    /// <summary>The key with this id; null when it was not given.</summary>
    public MasterKey? Find(string id) => Current.Id == id ? Current : Previous.FirstOrDefault(key => key.Id == id);
}
