using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ModuleX.Api.Hosting;

namespace ModuleX.Api.Tests.Fixtures;

/// <summary>
/// The program in a process of its own, in a folder of the test's. It is known by its id, and killed when it is disposed of. <c>MODULEX_TEST_PROGRAM</c>
/// names another build of it, such as a published one.
/// </summary>
internal sealed class ModuleXProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan VerbLimit = TimeSpan.FromMinutes(3);

    private static readonly string Program = Environment.GetEnvironmentVariable("MODULEX_TEST_PROGRAM") ?? typeof(ModuleXHost).Assembly.Location;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = [];
    private readonly ConcurrentQueue<string> _errors = [];
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Task<IAsyncDisposable>? _proxy;

    private ModuleXProcess(Process process, Uri address, Task<IAsyncDisposable>? proxy = null)
    {
        _process = process;
        _proxy = proxy;
        Client = new HttpClient { BaseAddress = address };
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public HttpClient Client { get; }

    public string Output => string.Join('\n', _output).TrimEnd();

    public string Errors => string.Join('\n', _errors).TrimEnd();

    public int ExitCode => _process.ExitCode;

    public bool HasExited => _process.HasExited;

    /// <summary>Starts a server with its database in the folder; it need not be ready yet.</summary>
    public static ModuleXProcess Serve(string folder, params string[] settings) => Serve(folder, new Dictionary<string, string>(), settings);

    /// <param name="environment">Variables of the process.</param>
    public static ModuleXProcess Serve(string folder, IReadOnlyDictionary<string, string> environment, params string[] settings)
    {
        if (!ContractProxy.IsOn) return ServeDirect(folder, environment, settings);
        var (address, own) = (FreePorts.TakeAddress(), FreePorts.TakeAddress());
        return Start(folder, address, environment, ContractProxy.PutBeforeAsync(own, address), ArgumentsOf(own, address, settings));
    }

    /// <summary>The same without the proxy before it, for what stands in no document.</summary>
    public static ModuleXProcess ServeDirect(string folder, IReadOnlyDictionary<string, string> environment, params string[] settings)
    {
        var address = FreePorts.TakeAddress();
        return Start(folder, address, environment, null, ArgumentsOf(address, address, settings));
    }

    /// <summary>Starts the program with these arguments and no others, as a person types them.</summary>
    /// <param name="address">Where the server will be; the arguments or the environment have to say so.</param>
    public static ModuleXProcess Begin(string folder, Uri address, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Start(folder, address, environment, null, arguments);

    private static string[] ArgumentsOf(Uri own, Uri known, string[] settings) =>
    [
        "serve", "--environment=Development", $"--Urls={own.OriginalString}", $"--PublicUrl={known.OriginalString}",
        $"--Catalog:Path={Repository.PathOf("integrations")}", "--RateLimits:Enabled=false", .. settings,
    ];

    /// <summary>Runs a verb to its end.</summary>
    public static Task<ModuleXProcess> RunAsync(string folder, params string[] arguments) => RunAsync(folder, new Dictionary<string, string>(), arguments);

    public static async Task<ModuleXProcess> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var process = Start(folder, new Uri("http://127.0.0.1"), environment, null, arguments);
        await process.ExitAsync(VerbLimit);
        return process;
    }

    /// <summary>Waits until the server says that it is ready. Gives the time from the start of the process.</summary>
    public async Task<TimeSpan> ReadyAsync()
    {
        if (_proxy is not null) await _proxy;
        await Eventually.SoAsync($"server that is ready ({Errors})", IsReadyAsync, StartLimit);
        return Stopwatch.GetElapsedTime(_started);
    }

    /// <summary>Waits for the end, and kills the process when it does not come.</summary>
    public async Task<int> ExitAsync(TimeSpan timeout)
    {
        try
        {
            await _process.WaitForExitAsync().ComesAsync($"end of the process ({Errors})", timeout);
        }
        catch (TimeoutException)
        {
            Kill();
            throw;
        }
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: the process has no time for a last word.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    /// <summary>SIGTERM: the process is asked to end.</summary>
    public Task AskToEndAsync() => SignalAsync("-TERM");

    /// <summary>SIGHUP: what a terminal sends when it closes, and an operator for new settings.</summary>
    public Task HangUpAsync() => SignalAsync("-HUP");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited) Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        if (_proxy is not null) await (await _proxy).DisposeAsync();
    }

    private static ModuleXProcess Start(
        string folder, Uri address, IReadOnlyDictionary<string, string> environment, Task<IAsyncDisposable>? proxy, IEnumerable<string> arguments)
    {
        // A file that may not grow is an error to the program, not a signal that ends it: as on a disk that is full.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "trap '' XFSZ; exec dotnet \"$0\" \"$@\"", Program])
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        string[] ours =
        [
            "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "MODULEX_MASTER_KEY", "MODULEX_CONFIG_PATH",
            "ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "HTTP_PORTS", "URLS",
        ];
        foreach (var inherited in ours) start.Environment.Remove(inherited);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new(Process.Start(start)!, address, proxy);
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private async Task<bool> IsReadyAsync()
    {
        if (HasExited) throw new InvalidOperationException($"The server has ended with {ExitCode}: {Errors}");
        try
        {
            return (await Client.GetReplyAsync("/health/ready")).Status == 200;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
