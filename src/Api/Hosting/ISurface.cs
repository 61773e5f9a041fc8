using System.Text.Json.Serialization.Metadata;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>One of the HTTP APIs over the same use cases: its paths, its endpoints and the form of its errors.</summary>
internal interface ISurface
{
    /// <summary>The name of its OpenAPI document, in lower case.</summary>
    string Name { get; }

    /// <summary>The paths that are its own; the longest prefix decides whose error format an unknown path gets.</summary>
    IReadOnlyList<string> Prefixes { get; }

    /// <summary>How its wire records are written without reflection; null where that is not worth it.</summary>
    IJsonTypeInfoResolver? Json => null;

    /// <summary>The HTTP status of a request whose shape is wrong: 400, or 422 (RFC 9110, section 15.5.21) where its document says so.</summary>
    int ValidationStatus => StatusCodes.Status400BadRequest;

    /// <summary>The media type of its errors.</summary>
    string ErrorContentType => "application/json";

    void Map(IEndpointRouteBuilder routes);

    /// <summary>Adds what its endpoints need besides the use cases.</summary>
    void AddServices(IServiceCollection services)
    {
    }

    /// <summary>What it is for, in a sentence or two for its OpenAPI document.</summary>
    string Description { get; }

    /// <summary>The wire record of errors with this status.</summary>
    Type ErrorBodyOf(int status);

    /// <summary>The body of an error in this surface's format.</summary>
    /// <param name="context">The request that failed, for formats that tell its path or time.</param>
    object BodyOf(HttpContext context, Error error, int status);
}
