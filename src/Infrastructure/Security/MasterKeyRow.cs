namespace ModuleX.Infrastructure.Security;

/// <summary>Tells which master key the database belongs to. Neither value helps to find the key.</summary>
internal sealed class MasterKeyRow
{
    /// <summary>The slot of the only row.</summary>
    public const int Only = 1;

    public int Slot { get; init; } = Only;

    /// <summary>16 hex digits.</summary>
    public required string Id { get; set; }

    /// <summary>32 bytes that only the key's holder can derive.</summary>
    public required byte[] CheckValue { get; set; }
}
