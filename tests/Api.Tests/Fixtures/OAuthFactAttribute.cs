namespace ModuleX.Api.Tests.Fixtures;

/// <summary>A fact about ModuleX and a real authorization server: skipped where that is not installed, except in CI, where its absence is a failure.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OAuthFactAttribute : FactAttribute
{
    public OAuthFactAttribute()
    {
        if (!OAuthServer.IsInstalled && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "The authorization server from npm is not there: run npm install in tests/tools/oauth-server";
    }
}
