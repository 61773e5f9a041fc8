namespace ModuleX.Api.Tests.Clients;

/// <summary>A fact that needs what clients/typescript is developed with: skipped where that is not installed, except in CI, where its absence is a failure.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TypeScriptClientFactAttribute : FactAttribute
{
    private static readonly string[] Packages = ["nswag", "typescript", "vitest", "ws"];

    public TypeScriptClientFactAttribute()
    {
        if (!Packages.All(package => Directory.Exists(Path.Combine(ClientFolder.Path, "node_modules", package))) && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "The tools of the TypeScript client from npm are not there: run npm install in clients/typescript";
    }
}
