using System.Net.Http.Json;

namespace ModuleX.Api.Tests.Fixtures;

/// <summary>
/// The proxy of tests/tools/proxy, before every server of the tests where it is installed: Prism, which is not our code, holds each exchange
/// against the kept OpenAPI document. What is not as the document says comes back as 500 with a sentence, so that the test that made it fails. One
/// process for all servers; it ends with the tests.
/// </summary>
internal sealed class ContractProxy : IAsyncDisposable
{
    public const string Sign = "Not as the OpenAPI document says, by Prism: ";

    /// <summary>Set to <c>off</c> for tests without it.</summary>
    private const string Switch = "MODULEX_TEST_PROXY";

    /// <summary>The file that the proxy writes what it has seen to; no file without it.</summary>
    private const string Report = "MODULEX_TEST_PROXY_REPORT";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private static readonly Lazy<Task<ContractProxy>> Shared = new(() => StartAsync(Environment.GetEnvironmentVariable(Report)));

    private readonly ChildProcess _process;
    private readonly HttpClient _control;

    private ContractProxy(ChildProcess process, string control)
    {
        _process = process;
        _control = new HttpClient { BaseAddress = new Uri(control) };
    }

    public static string Folder { get; } = Repository.PathOf("tests", "tools", "proxy");

    /// <summary>The Node that npm brings: Prism wants a newer one than many machines have.</summary>
    public static string Node { get; } = Path.Combine(Folder, "node_modules", "node", "bin", "node");

    /// <summary>Why tests of the proxy are skipped; null where they aren't.</summary>
    public static string? MissingReason =>
        NpmPackages.MissingReason("The proxy that holds exchanges against the OpenAPI document", Folder, "node", Path.Combine("@stoplight", "prism-http"));

    /// <summary>
    /// Whether servers of the tests have it before them. True as well where CI lacks its packages: a run without it must not look like one with it.
    /// </summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable(Switch) != "off" && MissingReason is null;

    /// <summary>A process of its own.</summary>
    /// <param name="report">Null for none.</param>
    public static async Task<ContractProxy> StartAsync(string? report = null)
    {
        var process = ChildProcess.Start(
            Node, Folder,
            ["--max-http-header-size=65536", "proxy.mjs", Repository.PathOf("docs", "openapi", "openapi.json"), .. report is null ? [] : (string[])[report]]);
        return new(process, (await process.ReadyLineAsync<Ready>(StartLimit)).Control);
    }

    /// <summary>Puts the tests' proxy before a server, which need not run yet.</summary>
    /// <returns>Ends it.</returns>
    public static async Task<IAsyncDisposable> PutBeforeAsync(Uri server, Uri address) => await (await Shared.Value).RelayAsync(server, address);

    /// <param name="address">Where the proxy is to listen.</param>
    public async Task<IAsyncDisposable> RelayAsync(Uri server, Uri address)
    {
        var answer = await _control.PostAsJsonAsync("/relays", new { port = address.Port, upstream = server.OriginalString });
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"The proxy can't listen on {address}: {await answer.Content.ReadAsStringAsync()}");
        return new Relay(_control, address.Port);
    }

    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        await _process.DisposeAsync();
    }

    private sealed record Ready(string Control);

    private sealed class Relay(HttpClient control, int port) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => (await control.DeleteAsync($"/relays/{port}")).EnsureSuccessStatusCode();
    }
}
