using System.Reflection;
using System.Security.Cryptography;

namespace ModuleX.Api.Pages;

/// <summary>A file that pages load. Its address changes with its bytes, so browsers may keep it for good.</summary>
internal sealed record PageAsset(string Url, string ContentType, byte[] Content)
{
    public static PageAsset Embedded(string name, string contentType)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"pages/{name}")!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..16];
        return new PageAsset($"/pages/{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}", contentType, content);
    }
}

/// <summary>The files that pages load: one stylesheet and one icon.</summary>
internal static class PageAssets
{
    public static PageAsset Style { get; } = PageAsset.Embedded("pages.css", "text/css; charset=utf-8");

    public static PageAsset Icon { get; } = PageAsset.Embedded("icon.svg", "image/svg+xml");

    public static void Map(IEndpointRouteBuilder pages)
    {
        foreach (var asset in new[] { Style, Icon })
        {
            pages.MapGet(asset.Url, (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Results.Bytes(asset.Content, asset.ContentType);
            });
        }
    }
}
