using System.Text.Json;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Clients;

/// <summary>The TypeScript client works against a server in a process of its own, and is what the OpenAPI documents make.</summary>
public sealed class TypeScriptClientTests
{
    /// <summary>How many tests the client has at least; fewer were not found.</summary>
    private const int LeastTests = 60;

    [TypeScriptClientFact]
    public async Task Its_tests_pass_against_a_running_server()
    {
        using var folder = new TempFolder();
        // No limit but that of executions, which a test of the client reaches.
        await using var server = ModuleXProcess.Serve(
            folder.Path, "--Passwords:Iterations=10000", "--RateLimits:Enabled=true", "--RateLimits:PerPrincipal=0", "--RateLimits:Anonymous=0",
            "--RateLimits:Sensitive=0", "--RateLimits:PerOrganizationAndTool=100");
        await server.ReadyAsync();
        var report = Path.Combine(folder.Path, "report.json");

        var run = await ProgramRun.OfAsync(
            ClientFolder.Path, "node",
            [ClientFolder.Tool("vitest", "vitest.mjs"), "run", "--reporter=default", "--reporter=json", $"--outputFile.json={report}"], ClientFolder.Limit,
            ("MODULEX_URL", server.Client.BaseAddress!.OriginalString.TrimEnd('/')), ("NO_COLOR", "1"));

        var output = run.Succeeded().Output;
        var counts = JsonElement.Parse(await File.ReadAllTextAsync(report));
        counts.GetProperty("numPassedTests").GetInt32().ShouldBeGreaterThanOrEqualTo(LeastTests, output);
        counts.GetProperty("numPendingTests").GetInt32().ShouldBe(0, output);
    }

    [TypeScriptClientFact]
    public Task It_compiles_strictly() => ClientFolder.NodeAsync(ClientFolder.Compiler);

    [TypeScriptClientFact]
    public async Task The_kept_code_is_what_the_documents_make()
    {
        using var folder = new TempFolder();

        await ClientFolder.NodeAsync("generate.mjs", folder.Path);

        var kept = Path.Combine(ClientFolder.Path, "src", "generated");
        Names(folder.Path).ShouldBe(Names(kept));
        foreach (var name in Names(kept))
            (await File.ReadAllTextAsync(Path.Combine(kept, name)))
                .ShouldBe(await File.ReadAllTextAsync(Path.Combine(folder.Path, name)), $"{name} is not what docs/openapi makes: run build/client");
    }

    private static IReadOnlyList<string> Names(string folder) =>
        [.. Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
