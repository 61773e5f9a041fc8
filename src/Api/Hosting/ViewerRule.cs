using ModuleX.Domain.Identity;

namespace ModuleX.Api.Hosting;

/// <summary>An endpoint that a viewer may call although it changes something: the viewer's own logins.</summary>
internal sealed record OpenToViewers;

/// <summary>An endpoint that changes something although it is asked with a method that reads.</summary>
internal sealed record ClosedToViewers;

/// <summary>
/// What <see cref="SystemRole.Viewer"/> means, in one place for every surface (docs/adr/0019): a request whose method is not one that reads is refused
/// before any other rule is asked. An endpoint that changes or executes something needs nothing for it; the exceptions say so at the endpoint.
/// </summary>
internal static class ViewerRule
{
    public static bool Refuses(HttpContext context)
    {
        var metadata = context.GetEndpoint()!.Metadata;
        if (metadata.GetMetadata<ClosedToViewers>() is not null) return true;
        return !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && metadata.GetMetadata<OpenToViewers>() is null;
    }

    public static TBuilder AllowViewers<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new OpenToViewers());

    public static TBuilder RefuseViewers<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new ClosedToViewers());
}
