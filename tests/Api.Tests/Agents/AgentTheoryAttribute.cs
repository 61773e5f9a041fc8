using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Agents;

/// <summary>A theory that needs the vendors' SDKs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AgentTheoryAttribute : TheoryAttribute
{
    public AgentTheoryAttribute() =>
        Skip = NpmPackages.MissingReason(
            "The vendors' SDKs", Folder, "node", "openai", "ai", Path.Combine("@ai-sdk", "openai-compatible"), Path.Combine("@anthropic-ai", "sdk"));

    public static string Folder { get; } = Repository.PathOf("tests", "tools", "agents");

    /// <summary>The Node that npm brings: the SDKs want a newer one than many machines have.</summary>
    public static string Node { get; } = Path.Combine(Folder, "node_modules", "node", "bin", "node");
}
