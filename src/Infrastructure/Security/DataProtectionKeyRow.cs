namespace ModuleX.Infrastructure.Security;

/// <summary>An element of the Data Protection key ring; its secret part is encrypted with the master key.</summary>
internal sealed class DataProtectionKeyRow
{
    public required Guid Id { get; init; }

    public required string FriendlyName { get; init; }

    public required string Xml { get; set; }
}
