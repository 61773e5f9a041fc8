using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace ModuleX.Tests.Shared.Databases;

/// <summary>A throw-away PostgreSQL on a free port of the loopback address, gone with its data when it is disposed of.</summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string NothingSurvivesAPowerCut = " -c fsync=off -c synchronous_commit=off -c full_page_writes=off";

    private readonly string _password = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
    private readonly string _folder = Directory.CreateTempSubdirectory("modulex-pg-").FullName;
    private readonly int _port = FreePorts.Take();
    private string _options = "";

    private PostgreSqlServer()
    {
    }

    /// <summary>The folder of the newest installed version's programs; null where there is none.</summary>
    public static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql")
            .Where(folder => File.Exists(Path.Combine(folder, "bin", "initdb")))
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .FirstOrDefault()
        : null;

    /// <summary>Of the process that all others of this server are children of.</summary>
    public int ProcessId => int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private string Data => Path.Combine(_folder, "data");

    /// <param name="isDurable">Whether what is committed would outlive a power cut, which tests have no need of and measurements have.</param>
    public static async Task<PostgreSqlServer> StartAsync(bool isDurable)
    {
        var server = new PostgreSqlServer();
        var passwordFile = Path.Combine(server._folder, "password");
        await File.WriteAllTextAsync(passwordFile, server._password);
        // The server refuses to run as root.
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "-R", "postgres", server._folder);
        await RunProgramAsync("initdb", "-D", server.Data, "-A", "scram-sha-256", "-U", "modulex", $"--pwfile={passwordFile}", "-E", "UTF8",
            "--locale=C.UTF-8");
        server._options =
            $"-p {server._port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={server._folder} -c max_connections=200"
            + (isDurable ? "" : NothingSurvivesAPowerCut);
        await server.GoOnAsync();
        return server;
    }

    public string ConnectionStringOf(string database, int maximumPoolSize = 20) => string.Create(
        CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={_port};Username=modulex;Password={_password};Database={database};Maximum Pool Size={maximumPoolSize};"
        + $"Connection Idle Lifetime=5;Connection Pruning Interval=1");

    /// <summary>Stops the server at once; its data stays.</summary>
    public Task StopAsync() => RunProgramAsync("pg_ctl", "-D", Data, "-m", "immediate", "stop");

    /// <summary>Starts the server on its data, on the port that it had.</summary>
    public Task GoOnAsync() => RunProgramAsync("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", _options, "start");

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid"))) await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static Task RunProgramAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs ?? throw new InvalidOperationException("There is no PostgreSQL here (Debian: apt-get install postgresql)."), program);
        return Environment.IsPrivilegedProcess ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments]) : RunAsync(path, arguments);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // The server keeps what it inherits: its output must not be a pipe that is read to the end.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" > /dev/null 2>&1", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
