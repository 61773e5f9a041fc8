namespace ModuleX.Infrastructure.Security;

/// <summary>A key that access tokens are signed with.</summary>
internal sealed class SigningKeyRow
{
    /// <summary>What tokens name it by: their <c>kid</c>.</summary>
    public required Guid Id { get; init; }

    /// <summary>The key, protected by Data Protection.</summary>
    public required byte[] Wrapped { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
