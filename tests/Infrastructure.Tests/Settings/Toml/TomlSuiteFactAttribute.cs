namespace ModuleX.Infrastructure.Tests.Settings.Toml;

/// <summary>A fact about the official test suite: skipped where that is not installed, except in CI, where its absence is a failure.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TomlSuiteFactAttribute : FactAttribute
{
    public TomlSuiteFactAttribute()
    {
        if (TomlSuite.Folder is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "The official TOML test suite is not there: run tests/tools/toml-suite/install";
    }
}
