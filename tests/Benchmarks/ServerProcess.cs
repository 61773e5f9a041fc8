using System.Diagnostics;
using System.Globalization;
using ModuleX.Tests.Shared;

namespace ModuleX.Benchmarks;

/// <summary>A server in a process of its own, stopped by its id when it is disposed of.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private ServerProcess(Process process, Uri address, TimeSpan readyAfter)
    {
        _process = process;
        Address = address;
        ReadyAfter = readyAfter;
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan ReadyAfter { get; }

    /// <summary>The resident memory now, in MiB.</summary>
    public double ResidentMiB
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <summary>The time that processors have worked for it so far, in its own code and in the system's.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>A load on this server, with the processor time that it cost.</summary>
    public async Task<LoadResult> MeasureAsync(Func<Task<LoadResult>> loadAsync, TimeSpan duration)
    {
        var before = ProcessorTime;
        var result = await loadAsync();
        return result with { ProcessorTime = (ProcessorTime - before) / (result.RequestsPerSecond * duration.TotalSeconds) };
    }

    /// <summary>This program in another process, as one of the servers that a measurement needs.</summary>
    public static Task<ServerProcess> StartOwnAsync(string mode, params string[] more)
    {
        var port = FreePorts.Take();
        return StartAsync(typeof(ServerProcess).Assembly.Location, [mode, port.ToString(CultureInfo.InvariantCulture), .. more], port, "/",
            Directory.GetCurrentDirectory());
    }

    /// <param name="assembly">The program, a .dll.</param>
    /// <param name="probe">The path that answers when the server is ready.</param>
    public static async Task<ServerProcess> StartAsync(
        string assembly, IEnumerable<string> arguments, int port, string probe, string workingDirectory, IReadOnlyDictionary<string,
        string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet")
            { WorkingDirectory = workingDirectory, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(assembly)) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        var output = new List<string>();
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        using var client = new HttpClient { BaseAddress = address };
        while (clock.Elapsed < StartLimit && !process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(probe);
                if (answer.IsSuccessStatusCode) return new(process, address, clock.Elapsed);
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(10);
        }
        if (!process.HasExited) process.Kill();
        throw new InvalidOperationException($"{Path.GetFileName(assembly)} did not start: {string.Join(Environment.NewLine, output.TakeLast(20))}");

        void Keep(string? line)
        {
            if (line is null) return;
            lock (output) output.Add(line);
        }
    }

    /// <summary>Asks the process to end as an operator does (SIGTERM), and waits until it has.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        if (_process.ExitCode != 0) throw new InvalidOperationException($"The server ended with {_process.ExitCode}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
