using System.Collections.Concurrent;
using System.Diagnostics;

namespace ModuleX.Api.Tests.Fixtures;

/// <summary>A process that says in one line of JSON when it is ready, and ends when its standard input closes: it can't outlive the test.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = [];

    private ChildProcess(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        _process.BeginErrorReadLine();
    }

    public static ChildProcess Start(string program, string folder, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return new ChildProcess(Process.Start(start)!);
    }

    public async Task<T> ReadyLineAsync<T>(TimeSpan timeout)
    {
        try
        {
            var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(timeout);
            if (line is not null) return System.Text.Json.JsonSerializer.Deserialize<T>(line, OAuthJson.Options)!;
        }
        catch (TimeoutException)
        {
            // Told below, together with what the process said.
        }
        throw new InvalidOperationException($"{_process.StartInfo.FileName} did not say within {timeout} that it is ready: {string.Join('\n', _errors)}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync().WaitAsync(StopTimeout);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
        }
        _process.Dispose();
    }
}
