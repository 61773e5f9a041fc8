using ModuleX.Api.Hosting;
using ModuleX.Api.Surfaces.Platform.Events;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>Document 5, and the preferences of a user beside it.</summary>
internal sealed class PlatformSurface : ISurface
{
    public string Name => "platform";

    public IReadOnlyList<string> Prefixes { get; } = ["/api/auth/logout", "/api/auth/sessions", "/api/config", "/api/modules", "/api/preferences",
        "/api/status", "/api/activity", "/api/ws"];

    public void Map(IEndpointRouteBuilder routes)
    {
        var surface = routes.MapGroup("/api").WithGroupName(Name);
        LoginSessionEndpoints.Map(surface);
        ConfigEndpoints.Map(surface);
        ProfileEndpoints.Map(surface);
        ModuleEndpoints.Map(surface);
        MarketplaceEndpoints.Map(surface);
        PreferenceEndpoints.Map(surface);
        StatusEndpoints.Map(surface);
        SocketEndpoints.Map(surface);
    }

    public void AddServices(IServiceCollection services) => services.AddSockets();

    public string Description => "The platform itself: configuration, modules and their marketplace, status, activity, preferences and events.";

    public Type ErrorBodyOf(int status) => typeof(PlatformErrorBody);

    public object BodyOf(HttpContext context, Error error, int status) => error.ToPlatform(status);
}
