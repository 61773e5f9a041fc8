namespace ModuleX.Infrastructure.Tests.JsonSchema;

/// <summary>A fact about the official test suite: skipped where that is not installed, except in CI, where its absence is a failure.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SuiteFactAttribute : FactAttribute
{
    public SuiteFactAttribute()
    {
        if (OfficialSuite.Folder is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "The official JSON Schema Test Suite is not there: run tests/tools/json-schema-suite/install";
    }
}
