using System.Globalization;
using System.Text.Json;
using ModuleX.Api.Tests.Browsers;
using ModuleX.Api.Tests.ConnectLinks;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.OAuth;

/// <summary>People before the pages of connect links in a real browser, with the keyboard alone and without JavaScript.</summary>
[Collection(SharedOAuthServer.Name)]
public sealed class ConnectPagesTests(OAuthServer server) : IDisposable
{
    private readonly TestTools _tools = new();
    private readonly TempFolder _pictures = new();

    [BrowserFact]
    public async Task People_connect_refuse_mistype_choose_sign_in_and_reconnect_by_keyboard_without_scripts()
    {
        if (!OAuthServer.IsInstalled) return;
        await using var service = await FormyTool.ServeAsync();
        _tools.AddShipped("github").AddManifest("formy", FormyTool.Manifest(service.Url.OriginalString));
        var port = FreePorts.Take().ToString(CultureInfo.InvariantCulture);
        await using var scene = await GitHubScene.StartAsync(server, builder => builder.Direct("pages stand in no document")
            .With("Catalog:Path", _tools.Folder).With("Connections:ReturnOrigins:0", $"http://127.0.0.1:{port}"));
        var address = scene.ModuleX.Address.OriginalString.TrimEnd('/');

        var run = await ProgramRun.OfAsync(
            BrowserFactAttribute.Folder, "node", ["connect-pages.mjs", address, port, _pictures.Path], TimeSpan.FromMinutes(5),
            ("KEY", (await scene.ModuleX.CreateKeyAsync()).Plain), ("SERVICE", ServiceOf(scene)));

        var report = JsonElement.Parse(run.Succeeded().Output);
        ListIn(report, "violations").ShouldBeEmpty();
        ListIn(report, "errors").ShouldBeEmpty();
        ListIn(report, "origins").ShouldBe([address]);
        var steps = report.GetProperty("steps");
        JsonElement.DeepEquals(steps, JsonElement.Parse(Expected)).ShouldBeTrue(steps.GetRawText());
    }

    public void Dispose()
    {
        _tools.Dispose();
        _pictures.Dispose();
    }

    private static string ServiceOf(GitHubScene scene) => JsonSerializer.Serialize(new
    {
        admin = scene.Authorization.Addresses.Admin, revocation = scene.Authorization.Addresses.Revocation,
        client_id = scene.Registered.ClientId, client_secret = scene.Registered.ClientSecret,
    });

    private static IEnumerable<string?> ListIn(JsonElement report, string name) => report.GetProperty(name).EnumerateArray().Select(item => item.GetString());

    private const string Expected = """
        {
          "connectAndRefuse": {
            "refused": { "notice": "You did not allow access at GitHub, so nothing was connected. You can try again.", "state": "failed" },
            "back": { "state": "kept", "link": true, "code": true },
            "before": "awaiting_completion", "after": "completed", "connection": { "tool": "github", "account": "default" },
            "twice": "connect_link_used", "again": "GitHub is connected"
          },
          "typeCredentials": {
            "empty": "Please check what you entered\nTeam: please fill this in.\nAPI key: please fill this in.",
            "wrong": { "notice": "Formy did not accept these credentials. Please check them and try again.", "team": "blue", "key": "" },
            "completed": "completed"
          },
          "chooseAndTwoAccounts": ["default", "work"],
          "signIn": {
            "wrong": "The e-mail address or the password is wrong.", "title": "Connect Formy", "closed": "bound", "state": "completed"
          },
          "reconnect": {
            "before": "active", "checked": "needs_reconnect", "error": "needs_reconnect", "refused": "needs_reconnect",
            "completed": "completed", "after": ["active"], "isSame": true, "login": "octocat"
          },
          "elsewhere": { "title": "This link is open in another browser", "unknown": "Dieser Link ist ungültig", "language": "de" }
        }
        """;
}
