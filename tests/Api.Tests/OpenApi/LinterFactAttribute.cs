using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.OpenApi;

/// <summary>A test that needs linters from npm.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinterFactAttribute : FactAttribute
{
    public LinterFactAttribute() =>
        Skip = NpmPackages.MissingReason(
            "The linters", Folder, "node", Path.Combine("@redocly", "cli"), Path.Combine("@stoplight", "spectral-cli"),
            Path.Combine("@stoplight", "spectral-owasp-ruleset"));

    public static string Folder { get; } = Repository.PathOf("tests", "tools", "openapi");

    /// <summary>The Node that npm brings: the linters want a newer one than many machines have.</summary>
    public static string Node { get; } = Path.Combine(Folder, "node_modules", "node", "bin", "node");
}
