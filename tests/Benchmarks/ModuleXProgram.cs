using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using ModuleX.Tests.Shared;

namespace ModuleX.Benchmarks;

/// <summary>ModuleX as it runs in Production, with its settings and the folder in which it works.</summary>
/// <param name="assembly">The program, a .dll.</param>
/// <param name="environment">The settings, as environment variables.</param>
internal sealed class ModuleXProgram(string assembly, string folder, IReadOnlyDictionary<string, string> environment)
{
    /// <summary>What every measurement is made with.</summary>
    public static Dictionary<string, string> Settings() => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["MODULEX_MASTER_KEY"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        ["Egress__Allow__0"] = "127.0.0.0/8",
        ["Logging__LogLevel__Default"] = "Warning",
        // On, as in real life, so that counting costs what it costs, but out of the load's reach; everything comes from one address with one key.
        ["RateLimits__Window"] = "00:00:01",
        ["RateLimits__PerPrincipal"] = "4000000",
        ["RateLimits__PerOrganizationAndTool"] = "4000000",
        ["RateLimits__Anonymous"] = "0",
        ["RateLimits__Sensitive"] = "0",
    };

    /// <summary>Serves on a free port, and is ready.</summary>
    /// <param name="publicUrl">Null for the server's own address.</param>
    public Task<ServerProcess> ServeAsync(Uri? publicUrl = null, params string[] settings)
    {
        var port = FreePorts.Take();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        return ServerProcess.StartAsync(
            assembly, ["serve", $"--Urls={address}", $"--PublicUrl={publicUrl?.OriginalString ?? address}", .. settings], port, "/health/ready",
            folder, environment);
    }

    /// <summary>Makes a service key for the default organization.</summary>
    public Task<string> CreateKeyAsync() => RunAsync("keys", "create", "--organization", "default", "--name", "bench");

    /// <summary>Runs a verb to its end, and gives what it printed.</summary>
    public async Task<string> RunAsync(params string[] verb)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. verb]) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var command = Process.Start(start)!;
        var output = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        return command.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"{verb[0]} ended with {command.ExitCode}");
    }
}
