using ModuleX.Api.Tests.Clients;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Browsers;

/// <summary>A fact that needs a browser, and what drives it; in CI both have to be there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = MissingReason;

    internal static string? MissingReason => NpmPackages.MissingReason("What drives a browser", Folder, "playwright-core", "axe-core")
        ?? NpmPackages.MissingReason("The tools of the TypeScript client", ClientFolder.Path, "typescript")
        ?? (File.Exists(Chromium) || Environment.GetEnvironmentVariable("CI") == "true" ? null
            : "no Chromium here: install the package chromium, or name one in CHROMIUM");

    internal static string Folder { get; } = Repository.PathOf("tests", "tools", "browser");

    private static string Chromium { get; } = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
}

/// <inheritdoc cref="BrowserFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = BrowserFactAttribute.MissingReason;
}
