using System.Text.Json.Nodes;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.OAuth;

/// <summary>RFC 9207: the callback says which server it comes from, and a manifest says which one it must be.</summary>
public sealed class IssuerTests(OAuthServer server) : AuthorizationTests(server), IDisposable
{
    private readonly OAuthServer _server = server;
    private readonly DirectoryInfo _catalog = Directory.CreateTempSubdirectory("modulex-catalog-");

    [OAuthFact]
    public async Task Callback_of_the_servers_own_issuer_connects()
    {
        var callback = await Scene.AuthorizeAsync();

        var answer = await Scene.ReturnAsync(callback);

        callback.Query.ShouldContain($"iss={Uri.EscapeDataString(_server.Addresses.Issuer)}");
        answer.Status.ShouldBe(200, answer.Text);
    }

    [OAuthFact]
    public async Task Callback_of_another_issuer_is_refused_and_uses_the_state_up()
    {
        var callback = await Scene.AuthorizeAsync();
        var own = Uri.EscapeDataString(_server.Addresses.Issuer);

        var mixedUp = await Scene.ReturnAsync(
            new Uri(callback.OriginalString.Replace(own, Uri.EscapeDataString("https://attacker.example"), StringComparison.Ordinal)));
        var replayed = await Scene.ReturnAsync(callback);

        mixedUp.Status.ShouldBe(400);
        mixedUp.Detail.ShouldBe("The callback names another authorization server than the one that was asked");
        replayed.Status.ShouldBe(400);
        (await Scene.IsConnectedAsync()).ShouldBeFalse();
        (await Scene.Authorization.ReadJournalAsync()).TokenRequests.ShouldBe(0);
    }

    public void Dispose() => _catalog.Delete(recursive: true);

    /// <summary>GitHub's manifest as it would be if GitHub's own server said who it is.</summary>
    private protected override void Adjust(ModuleXServerBuilder moduleX)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Repository.PathOf("integrations", "github", "tool.json")))!;
        var auth = manifest["auth"]![0]!;
        auth["issuer"] = _server.Addresses.Issuer;
        auth["authorize_url"] = _server.Addresses.Authorize;
        File.WriteAllText(Path.Combine(_catalog.CreateSubdirectory("github").FullName, "tool.json"), manifest.ToJsonString());
        moduleX.With("Catalog:Path", _catalog.FullName).Without("Tools:github:AuthorizeUrl");
    }
}
