namespace ModuleX.Infrastructure.Access;

/// <summary>Says that rights have changed. Every node reads these twice a second and forgets what it knew; old ones are removed.</summary>
internal sealed class AccessChangeRow
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The id of a login session, a user, an organization or a tenant.</summary>
    public required Guid Subject { get; init; }
}
