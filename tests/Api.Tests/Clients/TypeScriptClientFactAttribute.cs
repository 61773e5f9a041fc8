using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Clients;

/// <summary>A fact that needs what clients/typescript is developed with.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TypeScriptClientFactAttribute : FactAttribute
{
    public TypeScriptClientFactAttribute() =>
        Skip = NpmPackages.MissingReason("The tools of the TypeScript client", ClientFolder.Path, "typescript", "vitest", "ws");
}
