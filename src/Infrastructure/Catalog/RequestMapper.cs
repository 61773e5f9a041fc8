using System.Collections.Immutable;
using System.Text.Json;
using ModuleX.Domain.Catalog;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>Makes the request of an action: where every parameter goes, named or not.</summary>
internal static class RequestMapper
{
    public static RequestTemplate Map(JsonElement request, JsonElement parameters, Func<string, UrlTemplate> urlOf)
    {
        var method = request.Text("method")!;
        var path = new PathTemplate(request.Text("path")!);
        var format = FormatOf(request.Text("content_type"));
        var fixedValues = request.Member("fixed") ?? default;
        var mime = request.Member("mime") is { } template ? MimeOf(template) : null;
        return new RequestTemplate
        {
            Method = method,
            Server = request.Text("server") is { } server ? urlOf(server) : null,
            Path = path,
            Parameters = PlacementsOf(request, parameters, path, mime, DefaultTarget(method, format)),
            BodyFormat = format,
            FixedQuery = fixedValues.TextMap("query"),
            FixedHeaders = fixedValues.TextMap("headers"),
            FixedBody = fixedValues.Member("body"),
            MediaType = request.Text("media_type"),
            Mime = mime,
        };
    }

    /// <summary>The parameters that a mime template takes.</summary>
    public static IEnumerable<string> ParametersOf(MimeTemplate mime) =>
        mime.Headers.Select(pair => pair.Value).Append(mime.Text).Concat(mime.Html is null ? [] : [mime.Html]);

    public static MimeTemplate MimeOf(JsonElement mime) => new(mime.Text("at")!, mime.TextMap("headers"), mime.Text("text")!, mime.Text("html"));

    private static ImmutableArray<ParameterPlacement> PlacementsOf(
        JsonElement request, JsonElement parameters, PathTemplate path, MimeTemplate? mime, ParameterTarget fallback)
    {
        var inPath = path.Names.ToHashSet();
        var inMime = mime is null ? [] : ParametersOf(mime).ToHashSet();
        var said = request.Members("parameters").ToDictionary(member => member.Name, member => member.Value);
        return [.. parameters.Members("properties").Select(parameter =>
        {
            var own = said.GetValueOrDefault(parameter.Name);
            var target = own.Text("in") is { } place ? TargetOf(place)
                : inPath.Contains(parameter.Name) ? ParameterTarget.Path
                : inMime.Contains(parameter.Name) ? ParameterTarget.Mime
                : fallback;
            return new ParameterPlacement(parameter.Name, target, own.Text("name") ?? parameter.Name, own.Text("array") == "comma", own.Text("wrap"));
        })];
    }

    private static ParameterTarget DefaultTarget(string method, BodyFormat format) => method switch
    {
        "GET" or "HEAD" or "DELETE" => ParameterTarget.Query,
        _ => format is BodyFormat.Form or BodyFormat.Multipart ? ParameterTarget.Form : ParameterTarget.Body,
    };

    private static ParameterTarget TargetOf(string place) => place switch
    {
        "path" => ParameterTarget.Path,
        "query" => ParameterTarget.Query,
        "header" => ParameterTarget.Header,
        "form" => ParameterTarget.Form,
        "file" => ParameterTarget.File,
        "media" => ParameterTarget.Media,
        "mime" => ParameterTarget.Mime,
        _ => ParameterTarget.Body,
    };

    private static BodyFormat FormatOf(string? contentType) => contentType switch
    {
        "application/x-www-form-urlencoded" => BodyFormat.Form,
        "multipart/form-data" => BodyFormat.Multipart,
        "multipart/related" => BodyFormat.Related,
        "text/plain" => BodyFormat.Text,
        _ => BodyFormat.Json,
    };
}
