using Microsoft.Extensions.Options;
using ModuleX.Api.Hosting;

namespace ModuleX.Api.Surfaces.Platform.Events;

/// <summary>
/// Which pages may open a socket. Browsers hold WebSockets to no rule of origin, they only tell it, so the server has to look: pages of its own
/// origin and of those in the settings, and those that may call this server anyway. Only browsers tell an origin.
/// </summary>
internal sealed class OriginRule(IOptions<EventOptions> options, IOptions<CrossOriginOptions> cors, IConfiguration settings)
{
    private readonly HashSet<string> _allowed = new(
        options.Value.AllowedOrigins.Concat(cors.Value.AllowedOrigins).Append(settings["PublicUrl"] ?? "").Select(WebOrigin.Of).OfType<string>(),
        StringComparer.OrdinalIgnoreCase);

    public bool Allows(HttpRequest request) => request.Headers.Origin switch
    {
        [] => true,
        [{ } origin] => _allowed.Contains(origin) || origin.Equals(WebOrigin.Of($"{request.Scheme}://{request.Host}"), StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
