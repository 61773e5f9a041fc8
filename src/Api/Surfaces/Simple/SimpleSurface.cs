using System.Text.Json.Serialization.Metadata;
using ModuleX.Api.Hosting;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.Simple;

/// <summary>Document 2 at the root: a trusted backend names its own people by <c>user_id</c>.</summary>
internal sealed class SimpleSurface : ISurface
{
    public string Name => "simple";

    public IReadOnlyList<string> Prefixes { get; } = ["/"];

    public IJsonTypeInfoResolver Json => SimpleJson.Default;

    public void Map(IEndpointRouteBuilder routes)
    {
        var surface = routes.MapGroup("").WithGroupName(Name);
        SystemEndpoints.Map(surface);
        ToolSessionEndpoints.Map(surface);
        CatalogEndpoints.Map(surface);
        RunEndpoints.Map(surface);
    }

    public string Description => "Tools for the people of a trusted backend: it names its own users, connects their tools and executes actions for them.";

    public Type ErrorBodyOf(int status) => typeof(SimpleErrorBody);

    public object BodyOf(HttpContext context, Error error, int status) => error.ToSimple(status);
}
