using ModuleX.Api.Hosting;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>Document 5. So far its logout and its login sessions.</summary>
internal sealed class PlatformSurface : ISurface
{
    public string Name => "platform";

    public IReadOnlyList<string> Prefixes { get; } = ["/api/auth/logout", "/api/auth/sessions"];

    public void Map(IEndpointRouteBuilder routes) => LoginSessionEndpoints.Map(routes.MapGroup("/api").WithGroupName(Name));

    public object BodyOf(HttpContext context, Error error, int status) => error.ToPlatform(status);
}
