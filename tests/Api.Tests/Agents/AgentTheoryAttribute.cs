namespace ModuleX.Api.Tests.Agents;

/// <summary>A theory that needs the vendors' SDKs: skipped where they are not installed, except in CI, where their absence is a failure.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AgentTheoryAttribute : TheoryAttribute
{
    private static readonly string[] Packages = ["openai", "ai", Path.Combine("@ai-sdk", "openai-compatible"), Path.Combine("@anthropic-ai", "sdk")];

    public AgentTheoryAttribute()
    {
        if (!IsInstalled && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "The vendors' SDKs from npm are not there: run npm install in tests/tools/agents";
    }

    public static string Folder { get; } = Repository.PathOf("tests", "tools", "agents");

    /// <summary>The Node that npm brings: the SDKs want a newer one than many machines have.</summary>
    public static string Node { get; } = Path.Combine(Folder, "node_modules", "node", "bin", "node");

    private static bool IsInstalled => File.Exists(Node) && Packages.All(package => Directory.Exists(Path.Combine(Folder, "node_modules", package)));
}
