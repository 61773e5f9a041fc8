using Microsoft.Extensions.Options;
using ModuleX.Api.CommandLine;
using ModuleX.Api.Hosting;
using ModuleX.Infrastructure.Persistence.Startup;
using ModuleX.Silo.Tests.Fixtures;

namespace ModuleX.Silo.Tests.Cluster;

/// <summary>An embedded server and a cluster never work on one database together.</summary>
public sealed class LeaseTests(TwoNodes scene) : IClassFixture<TwoNodes>
{
    [Fact]
    public async Task An_embedded_server_refuses_to_start_beside_nodes()
    {
        await using var embedded = ModuleXHost.Build(
            ["--environment=Development", scene.DatabaseSetting, $"--Catalog:Path={Repository.PathOf("integrations")}"]);

        var refused = await Should.ThrowAsync<StartupException>(() => ServeCommand.PrepareAsync(embedded.Services, CancellationToken.None));

        refused.Message.ShouldContain("src/Silo");
    }

    [Fact]
    public async Task A_cluster_on_SQLite_is_refused_in_words()
    {
        await using var node = ModuleXHost.Build(
            ["--environment=Development", $"--Catalog:Path={Repository.PathOf("integrations")}"], parts: Silo.Hosting.SiloParts.Create());

        var refused = await Should.ThrowAsync<OptionsValidationException>(() => ServeCommand.PrepareAsync(node.Services, CancellationToken.None));

        refused.Message.ShouldContain("postgresql or sqlserver");
    }

    [Fact]
    public async Task A_node_refuses_to_start_beside_an_embedded_server()
    {
        var folder = Directory.CreateTempSubdirectory("modulex-cluster-");
        try
        {
            string[] settings = ["--environment=Development",
                $"--Database:ConnectionString=Data Source={Path.Combine(folder.FullName, "modulex.db")}",
                $"--Catalog:Path={Repository.PathOf("integrations")}"];
            await using var embedded = ModuleXHost.Build(settings);
            await ServeCommand.PrepareAsync(embedded.Services, CancellationToken.None);
            await using var node = ModuleXHost.Build([.. settings, "--Cluster:Membership=localhost"], parts: Silo.Hosting.SiloParts.Create());

            var refused = await Should.ThrowAsync<StartupException>(() => ServeCommand.PrepareAsync(node.Services, CancellationToken.None));

            refused.Message.ShouldContain("embedded");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
