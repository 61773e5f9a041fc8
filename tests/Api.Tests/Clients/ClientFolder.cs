using System.Diagnostics;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Clients;

/// <summary>The TypeScript client, and the programs that it is developed with.</summary>
internal static class ClientFolder
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static string Path { get; } = Repository.PathOf("clients", "typescript");

    /// <summary>A program that npm has brought, by its path below node_modules.</summary>
    public static string Tool(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, "node_modules", .. parts]);

    /// <summary>The compiler.</summary>
    public static string Compiler { get; } = Tool("typescript", "bin", "tsc");

    /// <summary>Runs a program to its end.</summary>
    /// <param name="environment">Variables beside those of this process.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(string folder, string program, IReadOnlyList<string> arguments, params IReadOnlyList<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().ComesAsync($"end of {program} {string.Join(' ', arguments)}", Limit);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Runs a script in the client's folder, and fails with what it says when it fails.</summary>
    public static async Task NodeAsync(string script, params string[] arguments) => await SucceedsAsync(Path, "node", [script, .. arguments]);

    /// <summary>Runs a program that has to succeed.</summary>
    public static async Task SucceedsAsync(string folder, string program, params string[] arguments)
    {
        var (exitCode, output) = await RunAsync(folder, program, arguments);
        exitCode.ShouldBe(0, output);
    }
}
