using System.Text.Json;
using ModuleX.Infrastructure.Tests.Fixtures;
using ModuleX.Silo.Tests.Fixtures;

namespace ModuleX.Silo.Tests.Cluster;

/// <summary>A person before the console while the nodes behind it are restarted in turn.</summary>
[Collection(Alone.Name)]
public sealed class RestartedConsoleTests(ThreeNodes scene) : IClassFixture<ThreeNodes>
{
    private static readonly string Browser = Repository.PathOf("tests", "tools", "browser");

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    [PostgreSqlBrowserFact]
    public async Task An_open_page_goes_on_and_shows_no_error()
    {
        var shots = Directory.CreateTempSubdirectory("modulex-console-").FullName;
        try
        {
            var address = FreePorts.TakeAddress().OriginalString.TrimEnd('/');
            var watching = ProgramRun.OfAsync(
                Browser, "node", ["console/restart.mjs", address, shots], Limit,
                ("NODES", JsonSerializer.Serialize(scene.Nodes.Select(node => node.Address))), ("EMAIL", ThreeNodes.Email), ("PASSWORD", scene.Password));
            var isWatching = Path.Combine(shots, "watching");
            await Eventually.SoAsync("open page", () => Task.FromResult(watching.IsCompleted || File.Exists(isWatching)), TimeSpan.FromMinutes(2));

            foreach (var node in scene.Nodes)
            {
                if (watching.IsCompleted) break;
                await node.EndAsync();
                await node.StartAsync();
                await node.ReadyAsync();
            }
            await File.WriteAllTextAsync(Path.Combine(shots, "stop"), "");

            var report = JsonElement.Parse((await watching).Succeeded().Output);
            report.GetProperty("origins").EnumerateArray().Select(origin => origin.GetString()).ShouldBe([address]);
        }
        finally
        {
            Directory.Delete(shots, recursive: true);
        }
    }

    /// <summary>A fact that needs PostgreSQL and a browser.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class PostgreSqlBrowserFactAttribute : FactAttribute
    {
        public PostgreSqlBrowserFactAttribute() => Skip = PostgreSqlFactAttribute.WhySkipped
            ?? NpmPackages.MissingReason("What drives a browser", Browser, "playwright-core", "axe-core");
    }
}
