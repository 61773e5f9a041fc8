using Microsoft.Extensions.Options;

namespace ModuleX.Api.Surfaces.Platform.Events;

/// <summary>
/// Which pages may open a socket. Browsers hold WebSockets to no rule of origin, they only tell it, so the server has to look: pages of its own origin and of those in
/// the settings. Whoever is no browser tells no origin.
/// </summary>
internal sealed class OriginRule(IOptions<EventOptions> options, IConfiguration settings)
{
    private readonly HashSet<string> _allowed = new(
        options.Value.AllowedOrigins.Append(settings["PublicUrl"] ?? "").Select(OriginOf).OfType<string>(), StringComparer.OrdinalIgnoreCase);

    public bool Allows(HttpRequest request) => request.Headers.Origin switch
    {
        [] => true,
        [{ } origin] => _allowed.Contains(origin) || origin.Equals(OriginOf($"{request.Scheme}://{request.Host}"), StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Scheme, host and port as browsers write them; null for what is no address of the web.</summary>
    public static string? OriginOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.GetLeftPart(UriPartial.Authority) : null;
}
