namespace ModuleX.Api.Hosting;

/// <summary>The scope that a service API key needs for an endpoint; an endpoint without one is open.</summary>
internal sealed record RequiredScope(string Scope);

/// <summary>Asking for a scope at an endpoint.</summary>
internal static class RequiredScopes
{
    public static TBuilder RequireScope<TBuilder>(this TBuilder builder, string scope)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new RequiredScope(scope));
}
