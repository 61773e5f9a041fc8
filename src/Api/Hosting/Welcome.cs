using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ModuleX.Api.Hosting;

/// <summary>Tells a developer, in plain words, where to look and how to sign in.</summary>
internal sealed class Welcome(FirstAdmin admin, IServer server, IHostEnvironment environment)
{
    /// <summary>Once the server listens; nothing outside of Development.</summary>
    public async Task SayAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment()) return;
        var address = ListeningAddresses.OwnAmong(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])?.OriginalString.TrimEnd('/');
        if (address is null) return;
        Console.WriteLine($"ModuleX is at {address}: open it in a browser for the console. Every endpoint is shown at {address}/docs.");
        if (await admin.HasDevelopmentAccountAsync(cancellationToken))
            Console.WriteLine($"Sign in as {FirstAdmin.DevelopmentEmail} with the password {FirstAdmin.DevelopmentPassword}.");
    }
}
