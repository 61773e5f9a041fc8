using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;
using ModuleX.Api.Hosting.Queries;

namespace ModuleX.Api.Hosting.OpenApi;

/// <summary>Adds to each endpoint of a surface the errors that it may answer because of what it is: who may call it, and what it reads.</summary>
internal static class ErrorAnswers
{
    /// <summary>The endpoints that are mapped on the result belong to the surface and say its errors.</summary>
    public static IEndpointRouteBuilder MapSurface(this IEndpointRouteBuilder routes, ISurface surface)
    {
        var group = routes.MapGroup("");
        ((IEndpointConventionBuilder)group).Finally(endpoint => Describe(endpoint, surface));
        return group;
    }

    /// <summary>Says that the endpoint answers these errors, beside those that it may answer because of what it is.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params IReadOnlyList<int> statuses) =>
        endpoint.WithMetadata(new RefusedStatuses(statuses));

    /// <exception cref="InvalidOperationException">The endpoint declares an error that it need not declare.</exception>
    private static void Describe(EndpointBuilder endpoint, ISurface surface)
    {
        if (ReadsText(endpoint)) endpoint.Metadata.Add(new TextOfRequest(FrameworkReadsBody(endpoint)));
        var known = endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().Select(answer => answer.StatusCode).ToHashSet();
        var implied = StatusesOf(endpoint, surface).ToHashSet();
        var refused = endpoint.Metadata.OfType<RefusedStatuses>().SelectMany(declared => declared.Statuses).ToList();
        if (refused.Find(implied.Contains) is > 0 and var twice)
            throw new InvalidOperationException($"{endpoint.DisplayName} declares {twice}, which an endpoint of its kind answers without a word.");
        foreach (var status in implied.Concat(refused).Where(known.Add))
            endpoint.Metadata.Add(new ProducesResponseTypeMetadata(status, surface.ErrorBodyOf(status), [surface.ErrorContentType]));
    }

    private static IEnumerable<int> StatusesOf(EndpointBuilder endpoint, ISurface surface)
    {
        var isProtected = endpoint.Metadata.Any(item => item is RequiredLevel or RequiredScope);
        var hasBody = endpoint.Metadata.OfType<IAcceptsMetadata>().Any();
        var route = ((RouteEndpointBuilder)endpoint).RoutePattern;
        if (isProtected)
        {
            yield return StatusCodes.Status401Unauthorized;
            yield return StatusCodes.Status403Forbidden;
        }
        // A request that names no organization where one is needed.
        if (endpoint.Metadata.OfType<RequestParameter>().Any(parameter => parameter.Name == OrganizationOfRequest.Header))
            yield return StatusCodes.Status400BadRequest;
        var namesTenant = endpoint.Metadata.OfType<RequestParameter>().Any(parameter => parameter.Name == TenantOfRequest.Header);
        // The tenant may be out of service, or another than the credentials'.
        if (namesTenant && !isProtected) yield return StatusCodes.Status403Forbidden;
        if (route.Parameters.Count > 0 || namesTenant) yield return StatusCodes.Status404NotFound;
        if (hasBody || ReadsQuery(endpoint) || HasTypedSegment(endpoint, route)) yield return surface.ValidationStatus;
        // Text that is none: see NullCharacters.
        if (ReadsText(endpoint)) yield return StatusCodes.Status400BadRequest;
        if (hasBody)
        {
            yield return StatusCodes.Status413PayloadTooLarge;
            yield return StatusCodes.Status415UnsupportedMediaType;
        }
        yield return StatusCodes.Status429TooManyRequests;
        yield return StatusCodes.Status500InternalServerError;
        yield return StatusCodes.Status503ServiceUnavailable;
    }

    private static bool ReadsText(EndpointBuilder endpoint) => endpoint.Metadata.OfType<IAcceptsMetadata>().Any() || ReadsQuery(endpoint);

    /// <summary>Execute and other bodies that are read by a type of their own cost no copy.</summary>
    private static bool FrameworkReadsBody(EndpointBuilder endpoint) =>
        endpoint.Metadata.OfType<IAcceptsMetadata>().LastOrDefault()?.RequestType is { } body
        && endpoint.Metadata.OfType<IParameterBindingMetadata>().Any(parameter => parameter.ParameterInfo.ParameterType == body && !parameter.HasBindAsync);

    private static bool ReadsQuery(EndpointBuilder endpoint) =>
        endpoint.Metadata.Any(item => item is QueryShape or RequestParameter { IsHeader: false });

    private static bool HasTypedSegment(EndpointBuilder endpoint, RoutePattern route) =>
        endpoint.Metadata.OfType<MethodInfo>().FirstOrDefault()?.GetParameters()
            .Any(parameter => parameter.ParameterType.IsValueType && route.GetParameter(parameter.Name!) is not null) ?? false;

    private sealed record RefusedStatuses(IReadOnlyList<int> Statuses);
}
