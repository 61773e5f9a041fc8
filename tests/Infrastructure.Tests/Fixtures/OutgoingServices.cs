using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application.Identity;
using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Runs;
using ModuleX.Tests.Shared.Ports;

namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>Everything that makes outgoing calls, registered as the server does it, with loopback allowed unless the test says otherwise.</summary>
internal sealed class OutgoingServices : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public OutgoingServices(params (string Setting, string Value)[] settings)
    {
        var values = new Dictionary<string, string?> { ["Egress:Allow:0"] = "127.0.0.1", ["Runs:RetryDelay"] = "00:00:00.001" };
        foreach (var (setting, value) in settings) values[setting] = value;
        foreach (var empty in values.Where(pair => pair.Value is "").Select(pair => pair.Key).ToList()) values.Remove(empty);
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddSingleton<ISecurityLog>(SecurityLog)
            .AddRuns()
            .BuildServiceProvider();
    }

    /// <summary>No private address is allowed.</summary>
    public static (string Setting, string Value) NothingAllowed => ("Egress:Allow:0", "");

    public SecurityLogInMemory SecurityLog { get; } = new();

    public IActionRunner Runner => _services.GetRequiredService<IActionRunner>();

    public IAuthorizationServer AuthorizationServer => _services.GetRequiredService<IAuthorizationServer>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Runs an action with these parameters.</summary>
    public Task<Result<RunContent>> RunAsync(
        ToolDefinition tool, ActionDefinition action, string parameters = "{}", AuthScheme? scheme = null, CredentialValues? credential = null,
        CancellationToken cancellationToken = default)
    {
        var arguments = ActionArguments.Read(tool.Name, action, JsonElement.Parse(parameters)).Required();
        return Runner.RunAsync(new ActionCall(tool, action, arguments, scheme ?? tool.Auth[0], credential ?? CredentialValues.Empty), cancellationToken);
    }

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();
}
