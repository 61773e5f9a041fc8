using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>A throw-away PostgreSQL cluster on a free port of the loopback address, started for the tests that need it and removed after them.</summary>
public sealed class PostgreSqlCluster : IAsyncLifetime
{
    /// <summary>The collection that shares it.</summary>
    public const string Collection = "PostgreSQL";

    private readonly string _password = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
    private string _folder = "";
    private int _port;

    /// <summary>The newest installed version's programs; null where there is none.</summary>
    public static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql")
            .Where(folder => File.Exists(Path.Combine(folder, "bin", "initdb")))
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .FirstOrDefault()
        : null;

    public string ConnectionStringOf(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=modulex;Password={_password};Database={database};Maximum Pool Size=20;Connection Idle Lifetime=5;Connection Pruning Interval=1";

    public async Task InitializeAsync()
    {
        if (ProviderAttribute.WhySkipped("postgresql") is not null) return;
        _folder = Directory.CreateTempSubdirectory("modulex-pg-").FullName;
        _port = FreePort();
        var passwordFile = Path.Combine(_folder, "password");
        await File.WriteAllTextAsync(passwordFile, _password);
        // The server refuses to run as root.
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "-R", "postgres", _folder);
        var data = Path.Combine(_folder, "data");
        await RunProgramAsync("initdb", "-D", data, "-A", "scram-sha-256", "-U", "modulex", $"--pwfile={passwordFile}", "-E", "UTF8", "--locale=C.UTF-8");
        // Nothing here has to outlive a power cut.
        await RunProgramAsync(
            "pg_ctl", "-D", data, "-w", "-l", Path.Combine(_folder, "log"),
            "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200",
            "start");
    }

    public async Task DisposeAsync()
    {
        if (_folder.Length == 0) return;
        await RunProgramAsync("pg_ctl", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private static Task RunProgramAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        return Environment.IsPrivilegedProcess ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments]) : RunAsync(path, arguments);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // The server keeps what it inherits: its output must not be a pipe that somebody reads to the end.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" > /dev/null 2>&1", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>One cluster for all classes that need one.</summary>
[CollectionDefinition(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlTests : ICollectionFixture<PostgreSqlCluster>;
