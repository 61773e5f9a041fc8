using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace ModuleX.Benchmarks;

/// <summary>The tool's service: answers any request with the same small JSON.</summary>
internal static class Upstream
{
    private static readonly byte[] Answer =
        """{"id":"018f3c1e","name":"my-repo","full_name":"user/my-repo","private":false,"description":"My repository description","stars":42}"""u8.ToArray();

    public static async Task RunAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        var app = builder.Build();
        app.Run(async context =>
        {
            await context.Request.BodyReader.CopyToAsync(Stream.Null);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Answer.Length;
            await context.Response.Body.WriteAsync(Answer);
        });
        await app.RunAsync();
    }
}
