using ModuleX.Api.Hosting;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.V1;

/// <summary>What goes beyond the five documents, under <c>/v1</c>: resources, cursor pages, and problems by RFC 9457.</summary>
internal sealed class V1Surface : ISurface
{
    public string Name => "v1";

    public IReadOnlyList<string> Prefixes { get; } = ["/v1"];

    public string ErrorContentType => "application/problem+json";

    public void Map(IEndpointRouteBuilder routes)
    {
        var surface = routes.MapGroup("/v1").WithGroupName(Name);
        ConnectionEndpoints.Map(surface);
        RunEndpoints.Map(surface);
        ServiceKeyEndpoints.Map(surface);
        InvitationEndpoints.Map(surface);
        WebhookEndpoints.Map(surface);
        DeliveryEndpoints.Map(surface);
        ConnectLinkEndpoints.Map(surface);
        NodeEndpoints.Map(surface);
    }

    public string Description =>
        "Connections, runs, links to connect, webhooks and keys, as resources: for a backend with a service key, which names the person in `owner`, and for "
        + "people with an access token. Lists are read page by page with `cursor`; errors are problems (RFC 9457) with a stable `code`.";

    public Type ErrorBodyOf(int status) => typeof(ProblemResponse);

    public object BodyOf(HttpContext context, Error error, int status) => V1Errors.ToProblem(error, status);
}
