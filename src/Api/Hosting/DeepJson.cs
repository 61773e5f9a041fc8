using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace ModuleX.Api.Hosting;

/// <summary>An answer that carries the JSON of services, which may be as deep as a request, some levels further down.</summary>
internal sealed class DeepJson<T>(T value) : IResult
{
    private const int Levels = 8;

    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> Deeper = [];

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var usual = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var deeper = Deeper.GetValue(usual, static options => new JsonSerializerOptions(options) { MaxDepth = JsonBody.MaximumDepth + Levels });
        return httpContext.Response.WriteAsJsonAsync(value, deeper, httpContext.RequestAborted);
    }
}
