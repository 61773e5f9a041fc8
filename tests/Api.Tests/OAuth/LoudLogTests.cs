using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.OAuth;

/// <summary>An operator who hunts a bug turns everything up. The framework's own lines must not tell codes and states then.</summary>
public sealed class LoudLogTests(OAuthServer server) : AuthorizationTests(server)
{
    [OAuthFact]
    public async Task Framework_at_its_loudest_logs_no_secret()
    {
        await Scene.ConnectAsync();
        await Scene.RunAsync();
        await Scene.ReturnAsync(await Scene.DenyAsync());

        Scene.LogLines.ShouldContain(line => line.StartsWith("Debug Microsoft.AspNetCore.", StringComparison.Ordinal));
    }

    private protected override void Adjust(ModuleXServerBuilder moduleX) => moduleX
        .With("Logging:LogLevel:Microsoft.AspNetCore", "Trace")
        .With("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Trace")
        .With("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Trace");
}
