using System.Globalization;
using System.Text.Json;
using ModuleX.Api.Tests.Clients;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Browsers;

/// <summary>What a person sees in a browser: the docs page, and a page of another origin that calls with the TypeScript client.</summary>
public sealed class BrowserTests : IDisposable
{
    private const string Password = "admin123";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly TempFolder _folder = new();

    [BrowserFact]
    public async Task The_docs_page_shows_every_operation_and_tries_one_with_a_token()
    {
        await using var server = await ServeAsync();
        var token = (await server.Client.PostReplyAsync("/api/auth/login", new { email = "admin@example.com", password = Password }))
            .With(200)["access_token"]!;

        var report = await RunAsync("docs-page.mjs", [AddressOf(server)], ("TOKEN", token));

        ErrorsOf(report).ShouldBeEmpty();
        OriginsOf(report).ShouldBe([AddressOf(server)]);
        var surfaces = report.GetProperty("surfaces").EnumerateArray().ToList();
        surfaces.Select(surface => surface.GetProperty("title").GetString()).ShouldBe(
            ["ModuleX, simple", "ModuleX, modulex", "ModuleX, authx", "ModuleX, tenants", "ModuleX, platform", "ModuleX, v1"], ignoreOrder: true);
        foreach (var surface in surfaces)
        {
            surface.GetProperty("documented").GetInt32().ShouldBeGreaterThan(0);
            surface.GetProperty("shown").GetInt32().ShouldBe(surface.GetProperty("documented").GetInt32(), surface.ToString());
        }
        report.GetProperty("tried").GetProperty("status").GetInt32().ShouldBe(200, report.ToString());
        report.GetProperty("tried").GetProperty("answer").GetString()!.ShouldContain("admin@example.com");
    }

    [BrowserFact]
    public async Task A_page_of_an_allowed_origin_uses_the_client_and_one_of_another_origin_can_not()
    {
        await ClientFolder.NodeAsync(ClientFolder.Compiler, "-p", "tsconfig.build.json", "--outDir", _folder.Path);
        var (allowedPort, refusedPort) = (FreePort(), FreePort());
        await using var server = await ServeAsync(
            $"--Cors:AllowedOrigins:0=http://127.0.0.1:{allowedPort}", "--RateLimits:Enabled=true", "--RateLimits:PerOrganizationAndTool=20");

        var report = await RunAsync("client-page.mjs", [AddressOf(server), _folder.Path, allowedPort, refusedPort], ("PASSWORD", Password));

        var allowed = report.GetProperty("allowed");
        allowed.TryGetProperty("error", out _).ShouldBeFalse(report.ToString());
        allowed.GetProperty("email").GetString().ShouldBe("admin@example.com");
        allowed.GetProperty("status").EnumerateArray().ShouldNotBeEmpty();
        allowed.GetProperty("grace").GetProperty("email").GetString().ShouldBe("grace@example.com");
        // These two stand in headers that a page may read only where the server says so.
        allowed.GetProperty("file").GetString()!.ShouldEndWith(".csv");
        allowed.GetProperty("popUps").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe("Sign in");
        (allowed.GetProperty("cancelled").GetString(), allowed.GetProperty("state").GetString()).ShouldBe(("CONNECT_CANCELLED", "open"));
        allowed.GetProperty("refused").GetProperty("status").GetInt32().ShouldBe(429, report.ToString());
        allowed.GetProperty("refused").GetProperty("retryAfter").GetInt32().ShouldBeGreaterThan(0);
        allowed.GetProperty("told").EnumerateArray().Select(tokens => tokens.GetBoolean()).ShouldBe([true, false]);

        var refused = report.GetProperty("refused");
        refused.GetProperty("error").GetString().ShouldBe("CONNECTION_FAILED");
        ErrorsOf(refused).ShouldContain(error => error!.Contains("blocked by CORS policy", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string?> ErrorsOf(JsonElement report) => report.GetProperty("errors").EnumerateArray().Select(error => error.GetString());

    private static IEnumerable<string?> OriginsOf(JsonElement report) => report.GetProperty("origins").EnumerateArray().Select(origin => origin.GetString());

    private static string AddressOf(ModuleXProcess server) => server.Client.BaseAddress!.OriginalString.TrimEnd('/');

    private static string FreePort() => FreePorts.Take().ToString(CultureInfo.InvariantCulture);

    private static async Task<JsonElement> RunAsync(string program, string[] arguments, (string Name, string Value) secret) =>
        JsonElement.Parse((await ProgramRun.OfAsync(BrowserFactAttribute.Folder, "node", [program, .. arguments], Limit, secret)).Succeeded().Output);

    private async Task<ModuleXProcess> ServeAsync(params string[] settings)
    {
        var server = ModuleXProcess.Serve(
            Directory.CreateDirectory(Path.Combine(_folder.Path, "server")).FullName, ["--Passwords:Iterations=10000", .. settings]);
        await server.ReadyAsync();
        return server;
    }
}
