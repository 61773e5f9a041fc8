namespace ModuleX.Application.Runs;

/// <summary>Tells beforehand whether an address that a person typed in may be called. What holds is the judgment where the socket connects.</summary>
public interface IEgressCheck
{
    /// <summary>
    /// True when the host, or one of the addresses that it resolves to now, must not be called. A name that does not resolve is not refused: it may be down.
    /// </summary>
    Task<bool> IsRefusedAsync(Uri address, CancellationToken cancellationToken);

    /// <summary>
    /// True when the settings name the host, or every address that it resolves to now, as one of the operator's own: such a host may be called without
    /// TLS. A name that does not resolve is not named.
    /// </summary>
    Task<bool> IsNamedAsync(Uri address, CancellationToken cancellationToken);
}
