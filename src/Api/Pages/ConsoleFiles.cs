using System.Reflection;
using Microsoft.AspNetCore.StaticFiles;
using ModuleX.Api.Hosting;

namespace ModuleX.Api.Pages;

/// <summary>
/// The console (clients/console) as it was built: files that are part of this program, so any node answers with them and nothing is to be installed.
/// What is not a file is one of its pages, whose address the script in the index reads.
/// </summary>
internal static class ConsoleFiles
{
    public const string Path = "/app";

    private const string Resources = "console/";
    private const string Index = "index.html";
    private const string Assets = "assets/";

    /// <summary>Scripts and styles of this server alone, nothing inline, no other origin.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'";

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    private static readonly Lazy<Dictionary<string, KeptAnswer>> Files = new(() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Resources, StringComparison.Ordinal))
        .ToDictionary(name => name[Resources.Length..], Read, StringComparer.Ordinal));

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Path + "/{**file}", Get).ExcludeFromDescription();

    private static IResult Get(string? file, HttpContext context)
    {
        var isAsset = file?.StartsWith(Assets, StringComparison.Ordinal) == true;
        if (!Files.Value.TryGetValue(file ?? Index, out var found))
        {
            if (isAsset) return Results.NotFound();
            found = Files.Value[Index];
        }
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = isAsset ? "public, max-age=31536000, immutable" : "no-cache";
        return found;
    }

    private static KeptAnswer Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var type = ContentTypes.TryGetContentType(name, out var known) ? known : throw new InvalidOperationException($"{name} is of no known kind");
        return new KeptAnswer(content, type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type);
    }
}
