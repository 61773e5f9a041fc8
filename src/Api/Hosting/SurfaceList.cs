using ModuleX.Api.Surfaces.AuthX;
using ModuleX.Api.Surfaces.ModuleX;
using ModuleX.Api.Surfaces.Platform;
using ModuleX.Api.Surfaces.Simple;
using ModuleX.Api.Surfaces.Tenants;
using ModuleX.Api.Surfaces.V1;

namespace ModuleX.Api.Hosting;

/// <summary>The surfaces that this server has. A surface is added or taken out by one line here.</summary>
internal static class SurfaceList
{
    public static IReadOnlyList<ISurface> All { get; } =
    [
        new SimpleSurface(),
        new ModuleXSurface(),
        new AuthXSurface(),
        new PlatformSurface(),
        new TenantsSurface(),
        new V1Surface(),
    ];

    /// <summary>The surface that a path belongs to, whether or not there is an endpoint.</summary>
    public static ISurface Of(PathString path) => All
        .SelectMany(surface => surface.Prefixes.Select(prefix => (surface, prefix)))
        .Where(pair => path.StartsWithSegments(pair.prefix, StringComparison.OrdinalIgnoreCase) || pair.prefix == "/")
        .MaxBy(pair => pair.prefix.Length)
        .surface;
}
