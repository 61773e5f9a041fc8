namespace ModuleX.Api.Tests.OpenApi;

/// <summary>A test that needs linters from npm: skipped where they are not installed, except in CI, where their absence is a failure.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinterFactAttribute : FactAttribute
{
    public LinterFactAttribute()
    {
        if (!File.Exists(Node) && Environment.GetEnvironmentVariable("CI") != "true") Skip = "The linters from npm are not there: run npm install in tests/tools/openapi";
    }

    public static string Folder { get; } = Repository.PathOf("tests", "tools", "openapi");

    /// <summary>The Node that npm brings: the linters want a newer one than many machines have.</summary>
    public static string Node { get; } = Path.Combine(Folder, "node_modules", "node", "bin", "node");
}
