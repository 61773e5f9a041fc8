using System.Text.Json;
using ModuleX.Domain.Catalog;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>Makes the requests of a manifest besides its actions, at the addresses to which the settings moved them.</summary>
internal static class ServiceRequestMapper
{
    public static ServiceRequest RequestOf(JsonElement request, string method, RequestAuthority authority, Func<string, UrlTemplate> urlOf) => new()
    {
        Method = request.Text("method") ?? method,
        Url = request.Text("url") is { } url ? urlOf(url) : null,
        Path = request.Text("path") is { } path ? new PathTemplate(path) : null,
        Authority = request.Text("auth") switch
        {
            null => authority,
            "client" => RequestAuthority.Client,
            "token" => RequestAuthority.Token,
            _ => RequestAuthority.None,
        },
        SendsJson = request.Text("format") != "form",
        Headers = request.Templates("headers"),
        Body = request.Templates("body"),
    };

    public static AfterConnect AfterConnectOf(JsonElement after, ToolSettings settings, Func<string, UrlTemplate> urlOf)
    {
        var request = RequestOf(after.GetProperty("request"), "GET", RequestAuthority.Token, urlOf);
        if (settings.AfterConnectUrl is { } moved) request = request with { Url = urlOf(moved), Path = null };
        return new(request, after.Paths("values"));
    }

    /// <summary>Null where the settings have another way to revoke, or where it would go to the service that the operator moved away from.</summary>
    public static ServiceRequest? RevocationOf(JsonElement revoke, ToolSettings settings, Func<string, UrlTemplate> urlOf)
    {
        var request = RequestOf(revoke, "POST", RequestAuthority.Client, urlOf);
        var stays = settings.TokenUrl is null || (settings.Server is not null && request.Path is not null);
        return settings.RevokeUrl is null && stays ? request : null;
    }
}
