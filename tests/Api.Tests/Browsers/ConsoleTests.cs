using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.RegularExpressions;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.Hosting;

namespace ModuleX.Api.Tests.Browsers;

/// <summary>What people do in the console, in a real browser before a real server; axe looks at the pages, in light and dark, wide and narrow.</summary>
public sealed partial class ConsoleTests : IDisposable
{
    private const string Evil = "<img src=x onerror=alert(1)>";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(6);

    private readonly TempFolder _folder = new();
    private readonly TestTools _tools = new();

    /// <param name="scene">A program in tests/tools/browser/console, whose steps say what is played.</param>
    [BrowserTheory]
    [InlineData("tools")]
    [InlineData("runs")]
    [InlineData("people")]
    [InlineData("signin")]
    public async Task People_do_their_work(string scene)
    {
        await using var server = await ServeAsync();

        await PlayAsync(scene, AddressOf(server), ("LOOPBACK", "1"));
    }

    [BrowserFact]
    public async Task What_tools_and_services_say_is_text()
    {
        var port = FreePorts.Take();
        _tools.AddManifest("hostile", Hostile(port));
        await using var server = await ServeAsync($"--Catalog:Path={_tools.Folder}");

        await PlayAsync("hostile", AddressOf(server), ("PORT", port.ToString(CultureInfo.InvariantCulture)));
    }

    [BrowserFact]
    public async Task An_operator_makes_the_first_admin_of_a_server_in_production()
    {
        var (plain, secure) = (FreePorts.TakeAddress(), $"https://127.0.0.1:{FreePorts.Take()}");
        var (certificate, key) = await MakeCertificateAsync();
        await using var server = ModuleXProcess.Begin(
            ServerFolder(), plain, StartTests.NewMasterKey(), "serve", "--environment=Production", $"--Urls={plain.OriginalString};{secure}",
            $"--PublicUrl={secure}", $"--Kestrel:Certificates:Default:Path={certificate}", $"--Kestrel:Certificates:Default:KeyPath={key}");
        await server.ReadyAsync();

        await PlayAsync(
            "setup", secure, ("TOKEN", Token().Match(server.Errors).Value), ("EMAIL", "root@example.com"), ("PASSWORD", $"Aa1!{Guid.NewGuid():N}"));
    }

    public void Dispose()
    {
        _folder.Dispose();
        _tools.Dispose();
    }

    private static async Task PlayAsync(string scene, string address, params IReadOnlyList<(string Name, string Value)> environment)
    {
        using var pictures = new TempFolder();

        var run = await ProgramRun.OfAsync(
            BrowserFactAttribute.Folder, "node", [$"console/{scene}.mjs", address, pictures.Path], Limit,
            [("EMAIL", "admin@example.com"), ("PASSWORD", "admin123"), .. environment]);

        var report = JsonElement.Parse(run.Succeeded().Output);
        ListIn(report, "violations").ShouldBeEmpty();
        ListIn(report, "errors").ShouldBeEmpty();
        ListIn(report, "origins").ShouldBe([address]);
    }

    private static IEnumerable<string?> ListIn(JsonElement report, string name) => report.GetProperty(name).EnumerateArray().Select(item => item.GetString());

    private static string AddressOf(ModuleXProcess server) => server.Client.BaseAddress!.OriginalString.TrimEnd('/');

    /// <summary>A tool with markup wherever a manifest has text for people.</summary>
    private static System.Text.Json.Nodes.JsonObject Hostile(int port) => JsonSerializer.SerializeToNode(new
    {
        name = "hostile", display_name = Evil, description = Evil, version = "1.0.0", author = Evil, categories = new[] { Evil },
        server = new { url = $"http://127.0.0.1:{port}" },
        auth = new[] { new { type = "bearer" } },
        verification = new { method = "GET", path = "/me", label = new[] { "$.login" } },
        errors = new[] { new { status = new[] { 400 }, kind = "invalid_request", message = "$.error" } },
        actions = new[] { Action("answer"), Action("refuse") },
    })!.AsObject();

    private static object Action(string name) => new
    {
        name, title = Evil, description = $"{Evil} action",
        parameters = new
        {
            type = "object", additionalProperties = false,
            properties = new { word = new { type = "string", description = $"{Evil} parameter", @enum = new[] { Evil, "plain" } } },
        },
        request = new { method = "GET", path = $"/{name}" },
    };

    private async Task<ModuleXProcess> ServeAsync(params string[] settings)
    {
        var server = ModuleXProcess.ServeDirect(
            ServerFolder(), new Dictionary<string, string>(), ["--Passwords:Iterations=10000", "--Egress:Allow:0=127.0.0.1/32", .. settings]);
        await server.ReadyAsync();
        return server;
    }

    private string ServerFolder() => Directory.CreateDirectory(Path.Combine(_folder.Path, "server")).FullName;

    private async Task<(string Certificate, string Key)> MakeCertificateAsync()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        var request = new CertificateRequest("CN=127.0.0.1", pair, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
        var (path, key) = (Path.Combine(_folder.Path, "server.crt"), Path.Combine(_folder.Path, "server.key"));
        await File.WriteAllTextAsync(path, certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(key, pair.ExportPkcs8PrivateKeyPem());
        return (path, key);
    }

    [GeneratedRegex("mxb_[A-Za-z0-9_-]{43}", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
