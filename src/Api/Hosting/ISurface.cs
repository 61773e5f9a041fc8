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

    void Map(IEndpointRouteBuilder routes);

    /// <summary>The body of an error in this surface's format.</summary>
    object BodyOf(Error error, int status);
}
