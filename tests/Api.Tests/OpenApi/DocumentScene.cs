using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Api.Hosting;
using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.OpenApi;

/// <summary>A server with every endpoint that a setting can switch on, and the documents that it gives.</summary>
public sealed class DocumentScene : IAsyncLifetime
{
    private ModuleXServer _server = null!;

    /// <summary>The kept documents by their file names, and where the server has them.</summary>
    public static IReadOnlyDictionary<string, string> Paths { get; } = SurfaceList.All
        .Select(surface => surface.Name).ToDictionary(name => $"{name}.json", name => $"/openapi/{name}.json")
        .Append(new("openapi.json", "/openapi.json")).ToDictionary();

    public async Task InitializeAsync() => _server = await AModuleX().StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    /// <summary>The endpoints of the surfaces that are in the whole document.</summary>
    internal IReadOnlyList<RouteEndpoint> Endpoints => [.. _server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<MethodInfo>()?.DeclaringType?.Namespace?.StartsWith("ModuleX.Api.Surfaces.",
            StringComparison.Ordinal) == true
            && endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null)];

    public async Task<string> TextAsync(string file) => (await _server.Client.GetReplyAsync(Paths[file])).With(200).Text.ReplaceLineEndings("\n") + "\n";

    /// <summary>The whole document.</summary>
    public async Task<JsonObject> WholeAsync() => JsonNode.Parse(await TextAsync("openapi.json"))!.AsObject();

    /// <summary>The file of the repository that a document is kept in.</summary>
    public static string FileOf(string name) => Repository.PathOf("docs", "openapi", name);
}
