using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ModuleX.Api.Hosting;

/// <summary>How JSON is read and written: members in snake_case, and strictly.</summary>
internal static class WireJson
{
    /// <summary>For JSON that is no body of HTTP.</summary>
    public static JsonSerializerOptions Options { get; } = Made();

    /// <summary>Minimal APIs let through what is refused here: null for what is not nullable, missing members, a member twice.</summary>
    public static void Configure(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.AllowDuplicateProperties = false;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.MaxDepth = JsonBody.MaximumDepth;
        json.Converters.Add(new WireTime());
        json.Converters.Add(new WireId());
        foreach (var surface in SurfaceList.All)
        {
            if (surface.Json is { } resolver) json.TypeInfoResolverChain.Insert(0, resolver);
        }
    }

    private static JsonSerializerOptions Made()
    {
        var made = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        Configure(made);
        return made;
    }
}
