using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using ModuleX.Api.CommandLine;
using ModuleX.Api.Hosting;

namespace ModuleX.Api.Tests.Fixtures;

/// <summary>Sets a server up: <c>await AModuleX().With("Tools:github:Server", url).StartAsync()</c>.</summary>
internal sealed class ModuleXServerBuilder
{
    private readonly string _folder = Directory.CreateTempSubdirectory("modulex-test-").FullName;
    private readonly Dictionary<string, string> _settings;
    private TimeProvider _time = TimeProvider.System;
    private bool _isProxied = ContractProxy.IsOn;

    private ModuleXServerBuilder() => _settings = new()
    {
        ["environment"] = "Development",
        ["PublicUrl"] = Address.OriginalString,
        ["Database:ConnectionString"] = $"Data Source={Path.Combine(_folder, "modulex.db")}",
        ["Catalog:Path"] = Repository.PathOf("integrations"),
        // The fewest that are allowed: tests sign in often.
        ["Passwords:Iterations"] = "10000",
        // Tests call as often as they like; those about the limits switch them on.
        ["RateLimits:Enabled"] = "false",
        ["Logging:LogLevel:Default"] = "Trace",
        ["Logging:Console:LogLevel:Default"] = "None",
    };

    /// <summary>Where the server will be; known before it starts, so that others can be told.</summary>
    public Uri Address { get; } = FreePorts.TakeAddress();

    public static ModuleXServerBuilder AModuleX() => new();

    public ModuleXServerBuilder With(string setting, string value)
    {
        _settings[setting] = value;
        return this;
    }

    public ModuleXServerBuilder Without(string setting)
    {
        _settings.Remove(setting);
        return this;
    }

    public ModuleXServerBuilder At(TimeProvider time)
    {
        _time = time;
        return this;
    }

    /// <summary>Without the proxy before it.</summary>
    /// <param name="because">What it would spoil.</param>
    public ModuleXServerBuilder Direct(string because)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        _isProxied = false;
        return this;
    }

    public async Task<ModuleXServer> StartAsync()
    {
        var own = _isProxied ? FreePorts.TakeAddress() : Address;
        _settings["Urls"] = own.OriginalString;
        var log = new CapturedLog();
        var app = ModuleXHost.Build(
            [.. _settings.Select(pair => $"--{pair.Key}={pair.Value}")],
            services => services.Replace(ServiceDescriptor.Singleton(_time)).AddSingleton<IStartupFilter, ExchangeChecks>());
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        await ServeCommand.PrepareAsync(app.Services, CancellationToken.None);
        await app.StartAsync();
        return new ModuleXServer(app, _folder, Address, log, _isProxied ? await ContractProxy.PutBeforeAsync(own, Address) : null);
    }
}
