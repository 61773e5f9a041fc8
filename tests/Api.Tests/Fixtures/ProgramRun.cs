using System.Diagnostics;

namespace ModuleX.Api.Tests.Fixtures;

/// <summary>What a program that ran to its end has said.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a program to its end; one that does not come is killed with all that it has started.</summary>
    /// <param name="environment">Variables beside those of this process.</param>
    public static async Task<ProgramRun> OfAsync(
        string folder, string program, IReadOnlyList<string> arguments, TimeSpan limit, params IReadOnlyList<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
            { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().ComesAsync($"end of {program} {string.Join(' ', arguments)}", limit);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return new(process.ExitCode, await output, await errors);
    }

    /// <summary>This run, if it succeeded; what it says, if not.</summary>
    public ProgramRun Succeeded()
    {
        ExitCode.ShouldBe(0, Output + Errors);
        return this;
    }
}
