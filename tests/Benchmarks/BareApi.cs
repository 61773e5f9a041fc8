using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace ModuleX.Benchmarks;

/// <summary>The baseline of a start: what <c>dotnet new web</c> makes.</summary>
internal static class BareApi
{
    public static Task RunAsync(int port)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var app = builder.Build();
        app.MapGet("/", () => "Hello World!");
        return app.RunAsync();
    }
}
