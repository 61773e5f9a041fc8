using System.Text;
using Microsoft.AspNetCore.Builder;

namespace ModuleX.Api.Tests.Fixtures;

/// <summary>The real server, in this process, on a port and a database of its own.</summary>
/// <param name="address">Where it is called; the proxy's, where it has one before it.</param>
/// <param name="proxy">Null for none.</param>
internal sealed class ModuleXServer(WebApplication app, string folder, Uri address, CapturedLog log, IAsyncDisposable? proxy) : IAsyncDisposable
{
    private bool _isStopped;

    public Uri Address { get; } = address;

    /// <summary>Where it listens itself; it knows of no other address.</summary>
    public Uri ListensAt => new(app.Urls.Single());

    /// <summary>Calls from this machine, so it needs no key in the Development environment.</summary>
    public HttpClient Client { get; } = new() { BaseAddress = address };

    public CapturedLog Log { get; } = log;

    public IServiceProvider Services => app.Services;

    /// <summary>
    /// Stops the server, and gives all that lies in the files of its database as one text of bytes. Not while it runs: closing a file
    /// drops the whole process's locks on it, and SQLite's with them.
    /// </summary>
    public async Task<string> StopAndReadDatabaseAsync()
    {
        await StopAsync();
        var text = new StringBuilder();
        foreach (var file in Directory.GetFiles(folder, "modulex.db*")) text.Append(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)));
        return text.ToString();
    }

    /// <summary>Stops the server and leaves its data, for one that starts on it again.</summary>
    public async Task StopAsync()
    {
        if (_isStopped) return;
        _isStopped = true;
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        if (proxy is not null) await proxy.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(folder, recursive: true);
    }
}
