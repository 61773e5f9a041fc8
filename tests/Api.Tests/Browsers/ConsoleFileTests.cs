using System.IO.Compression;
using AngleSharp.Html.Parser;
using ModuleX.Api.Tests.Clients;
using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.Browsers;

/// <summary>The console's files: how they are served, how large they are, and that they are what their source makes.</summary>
public sealed class ConsoleFileTests
{
    /// <summary>Of compressed JavaScript, with the first page.</summary>
    private const int MostBytesAtFirst = 250 * 1024;

    private static readonly string Kept = Repository.PathOf("src", "Api", "Console", "dist");

    [Fact]
    public async Task A_browser_at_the_root_gets_the_console_and_a_program_what_it_got_before()
    {
        await using var server = await AModuleX().Direct("the console stands in no document").StartAsync();
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };

        var moved = await browser.CallAsync(HttpMethod.Get, "/", null, ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));

        (moved.Status, moved.Headers.Location!.OriginalString).ShouldBe((302, "/app"));
        (await browser.GetReplyAsync("/")).With(200)["docs"].ShouldBe("/docs");
        (await browser.CallAsync(HttpMethod.Get, "/", null, ("Accept", "application/json"))).With(200);
    }

    [Theory]
    [InlineData("/app")]
    [InlineData("/app/")]
    [InlineData("/app/runs")]
    [InlineData("/app/tools/github")]
    public async Task Every_page_is_the_index_with_a_strict_policy(string path)
    {
        await using var server = await AModuleX().Direct("the console stands in no document").StartAsync();

        using var answer = await server.Client.GetAsync(path);

        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        page.GetElementById("root").ShouldNotBeNull();
        page.QuerySelectorAll("style").ShouldBeEmpty();
        page.Scripts.ShouldAllBe(script => script.Source!.StartsWith("/app/assets/", StringComparison.Ordinal) && script.TextContent.Length == 0);
        answer.Headers.CacheControl!.NoCache.ShouldBeTrue();
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'; script-src 'self'; style-src 'self';");
        policy.ShouldEndWith("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task Assets_are_kept_for_good_and_unknown_ones_are_not_found()
    {
        await using var server = await AModuleX().Direct("the console stands in no document").StartAsync();
        var script = Path.GetFileName(Directory.GetFiles(Path.Combine(Kept, "assets"), "index-*.js").Single());

        using var answer = await server.Client.GetAsync($"/app/assets/{script}");

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(await File.ReadAllBytesAsync(Path.Combine(Kept, "assets", script)));
        (await server.Client.GetReplyAsync("/app/assets/index-of-before.js")).With(404);
    }

    [Fact]
    public async Task The_first_load_is_within_its_budget()
    {
        var index = await File.ReadAllTextAsync(Path.Combine(Kept, "index.html"));
        var first = Directory.GetFiles(Path.Combine(Kept, "assets"), "*.js").Where(file => IsFirst(Path.GetFileName(file), index));

        first.Sum(SizeOf).ShouldBeLessThan(MostBytesAtFirst);
    }

    [ConsoleFact]
    public async Task The_kept_files_are_what_the_source_makes()
    {
        using var folder = new TempFolder();

        await NodeAsync([Path.Combine("node_modules", "typescript", "bin", "tsc")]);
        await NodeAsync([Path.Combine("node_modules", "vite", "bin", "vite.js"), "build", "--logLevel", "warn"], ("MODULEX_CONSOLE_OUT", folder.Path));

        var made = Names(folder.Path);
        made.ShouldBe(Names(Kept), "src/Api/Console/dist is not what clients/console makes: run build/console");
        foreach (var name in made)
            (await File.ReadAllBytesAsync(Path.Combine(folder.Path, name))).ShouldBe(await File.ReadAllBytesAsync(Path.Combine(Kept, name)), name);
    }

    private static async Task NodeAsync(IReadOnlyList<string> arguments, params IReadOnlyList<(string, string)> environment) =>
        (await ProgramRun.OfAsync(ConsoleFactAttribute.Folder, "node", arguments, ClientFolder.Limit, environment)).Succeeded();

    /// <summary>Whether a script is loaded with the first page.</summary>
    private static bool IsFirst(string script, string index) =>
        index.Contains(script, StringComparison.Ordinal) || script.StartsWith("home-", StringComparison.Ordinal);

    private static long SizeOf(string file)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(File.ReadAllBytes(file));
        return compressed.Length;
    }

    private static IReadOnlyList<string> Names(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];
}

/// <summary>A fact that needs what clients/console is built with.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ConsoleFactAttribute : FactAttribute
{
    public ConsoleFactAttribute() => Skip = NpmPackages.MissingReason("What builds the console", Folder, "typescript", "vite", "react");

    internal static string Folder { get; } = Repository.PathOf("clients", "console");
}
