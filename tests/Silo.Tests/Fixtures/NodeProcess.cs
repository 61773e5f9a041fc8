using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using ModuleX.Silo.Hosting;

namespace ModuleX.Silo.Tests.Fixtures;

/// <summary>A node in a process of its own; it can be killed, asked to end, and started again at the same addresses.</summary>
internal sealed class NodeProcess(Uri address, IReadOnlyList<string> settings, IReadOnlyDictionary<string, string> environment) : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private readonly ConcurrentQueue<string> _lines = [];
    private Process? _process;

    public Uri Address => address;

    public HttpClient Client { get; } = new() { BaseAddress = address };

    /// <summary>The end of what it said.</summary>
    public string Output => string.Join('\n', _lines.TakeLast(40));

    /// <summary>What it logged at this level, since it first started.</summary>
    public IEnumerable<string> LinesOf(LogLevel level)
    {
        // In Development for people, else for machines.
        var name = level switch { LogLevel.Warning => "warn", LogLevel.Error => "fail", _ => "crit" };
        return _lines.Where(line => line.Contains($" {name}: ", StringComparison.Ordinal)
            || line.Contains($"\"LogLevel\":\"{level}\"", StringComparison.Ordinal));
    }

    /// <summary>Runs a verb to its end.</summary>
    public async Task RunAsync(params string[] verb)
    {
        await StartAsync(verb);
        await _process!.WaitForExitAsync().ComesAsync($"end of {string.Join(' ', verb)}", Limit);
        _process.ExitCode.ShouldBe(0, Output);
    }

    public Task StartAsync() => StartAsync(["serve"]);

    public Task ReadyAsync() => Eventually.SoAsync($"node at {address} that is ready:\n{Output}", IsReadyAsync, Limit);

    /// <summary>SIGKILL: the process has no time for a last word.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGSTOP: the process hangs, and its connections stay.</summary>
    public Task HangAsync() => SignalAsync("STOP");

    /// <summary>SIGCONT: it goes on, and does not know that it was hung.</summary>
    public Task GoOnAsync() => SignalAsync("CONT");

    public bool HasEnded => _process!.HasExited;

    /// <summary>Whether it has the socket with this number of the kernel's (proc(5), /proc/pid/fd).</summary>
    public bool HasSocket(string inode)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries($"/proc/{_process!.Id}/fd").Any(file => new FileInfo(file).LinkTarget == $"socket:[{inode}]");
        }
        catch (DirectoryNotFoundException)
        {
            return false;
        }
    }

    /// <summary>SIGTERM, and the end.</summary>
    public async Task EndAsync()
    {
        await SignalAsync("TERM");
        await _process!.WaitForExitAsync().ComesAsync($"end of the node at {address}:\n{Output}", Limit);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_process is null) return;
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        kill.ExitCode.ShouldBe(0);
    }

    private Task StartAsync(string[] verb)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(SiloParts).Assembly.Location, .. verb, .. settings])
            { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var inherited in new[] { "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "MODULEX_CONFIG_PATH" }) start.Environment.Remove(inherited);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        _process?.Dispose();
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        return Task.CompletedTask;
    }

    private async Task<bool> IsReadyAsync()
    {
        if (_process!.HasExited) throw new InvalidOperationException($"The node has ended with {_process.ExitCode}:\n{Output}");
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
