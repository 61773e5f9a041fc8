using System.Text.Json.Nodes;
using ModuleX.Domain.Catalog;

namespace ModuleX.Infrastructure.Tests.Catalog;

/// <summary>The tools of <c>integrations/</c>, and a catalog larger than any real one.</summary>
public sealed class ShippedToolTests
{
    public static TheoryData<string> Tools => [.. ShippedManifests.Names];

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task Shipped_tool_has_no_fault_and_every_action_can_be_executed(string tool)
    {
        await using var catalog = new ACatalog(Repository.PathOf("integrations"));

        var loaded = await catalog.LoadAsync(Repository.PathOf("integrations"), [.. ShippedManifests.Names.Where(name => name != tool)]);

        loaded.Faults.ShouldBeEmpty();
        loaded.Tools.ShouldHaveSingleItem().Actions.ShouldAllBe(action => action.Request != null);
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task Shipped_tool_sends_its_credential_over_https_only(string tool)
    {
        await using var catalog = new ACatalog(Repository.PathOf("integrations"));
        var definition = (await catalog.LoadAsync(Repository.PathOf("integrations"))).Tools.Single(one => one.Name == tool);
        var addresses = definition.Auth.Where(scheme => scheme.OAuth is not null)
            .SelectMany(scheme => new[] { scheme.OAuth!.AuthorizeUrl, scheme.OAuth.TokenUrl, scheme.OAuth.RevokeUrl })
            .Append(definition.Server.Url).OfType<UrlTemplate>().Where(url => url.Constant is { IsLoopback: false });

        addresses.ShouldAllBe(url => url.Constant!.Scheme == "https");
    }

    [Fact]
    public void All_tools_of_the_design_are_shipped() =>
        ShippedManifests.Names.ShouldBe(["gcalendar", "gdrive", "github", "gmail", "mock", "n8n", "notion", "r2r", "slack"]);

    [Fact]
    public async Task Thousand_tools_with_twenty_actions_each_load()
    {
        using var folder = new ManifestFolder();
        for (var tool = 0; tool < 1000; tool++)
        {
            folder.Add($"tool{tool}", manifest =>
            {
                var actions = manifest["actions"]!.AsArray();
                for (var action = 1; action < 20; action++)
                {
                    var next = actions[0]!.DeepClone();
                    next["name"] = $"find_{action}";
                    next["aliases"] = new JsonArray($"look_{action}");
                    actions.Add(next);
                }
            });
        }
        await using var catalog = new ACatalog(folder.Root);

        await catalog.Files.StartAsync(CancellationToken.None);

        catalog.Files.Current.Tools.Length.ShouldBe(1000);
        catalog.Files.Current.Tools.Sum(tool => tool.Actions.Count).ShouldBe(20_000);
        catalog.Files.Current.FindAction("tool999", "look_19").Required().Name.ShouldBe("find_19");
    }
}
