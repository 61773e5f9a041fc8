using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModuleX.Application.Catalog;
using ModuleX.Application.ConnectLinks;
using ModuleX.Application.Events;
using ModuleX.Application.Idempotency;
using ModuleX.Application.Identity;
using ModuleX.Application.Integrations;
using ModuleX.Application.Messaging;
using ModuleX.Application.Modules;
using ModuleX.Application.Organizations;
using ModuleX.Application.Persistence;
using ModuleX.Application.Pipeline;
using ModuleX.Application.Records;
using ModuleX.Application.Runs;
using ModuleX.Application.Security;
using ModuleX.Application.Tests.Fakes;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;
using ModuleX.Tests.Shared.Ports;

namespace ModuleX.Application.Tests;

/// <summary>The application layer as it is registered, with fakes for its ports. Use cases go through the whole pipeline.</summary>
internal sealed class AnApplication : IDisposable
{
    private readonly ServiceProvider _services;

    public AnApplication(ToolDefinition[] tools, Action<IServiceCollection>? configure = null)
    {
        Catalog = new CatalogInMemory(tools);
        var services = new ServiceCollection().AddApplication();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddSingleton<IToolCatalog>(Catalog).AddSingleton<IModules>(Catalog)
            .AddSingleton<IToolSessionRepository>(Rows).AddSingleton<IAccounts, AccountsInMemory>()
            .AddSingleton<IToolSessions, ToolSessionsInMemory>();
        services.AddSingleton<IAuthorizationServer>(Server).AddSingleton<IActionRunner>(Runner).AddSingleton<IOAuthClients>(Clients);
        services.AddSingleton<IRevocationQueue>(Revocations).AddSingleton<IEgressCheck>(Addresses);
        services.AddSingleton<IStateProtector>(new NumberedStates()).AddSingleton<ISecretProtector>(Secrets);
        services.AddSingleton<IInstalledTools>(new EverythingInstalled()).AddSingleton<IOutages>(new KnownOutages())
            .AddSingleton<IIdempotencyKeys>(new KeysInMemory());
        services.AddSingleton<IConnectLinkTokens, NoConnectLinks>().AddSingleton<IUnitsOfWork, NoConnectLinks>()
            .AddSingleton<IOrganizationRepository, NoConnectLinks>();
        services.AddSingleton<IRecords>(Records).AddSingleton<IHomeOrganizations>(new NoHomeOrganizations()).AddSingleton<IEvents>(Events);
        services.AddSingleton<ISecurityLog>(SecurityLog).AddSingleton<IUsageRecorder>(Usage).AddSingleton<TimeProvider>(Time);
        configure?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public AnApplication(params ToolDefinition[] tools)
        : this(tools, null)
    {
    }

    public ManualTime Time { get; } = new();

    public CatalogInMemory Catalog { get; }

    public ToolSessionRepositoryInMemory Rows { get; } = new();

    public ScriptedAuthorizationServer Server { get; } = new();

    public ScriptedRunner Runner { get; } = new();

    public OneOAuthClient Clients { get; } = new();

    public RevocationsInMemory Revocations { get; } = new();
    public BoundSecrets Secrets { get; } = new();

    public AddressesAllowed Addresses { get; } = new();

    public SecurityLogInMemory SecurityLog { get; } = new();

    public RecordsInMemory Records { get; } = new();

    public EventsInMemory Events { get; } = new();

    public UsageInMemory Usage { get; } = new();

    public LogInMemory Log { get; } = new();

    public async Task<Result<T>> SendAsync<T>(ICommand<T> command)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IUseCases>().SendAsync(command, CancellationToken.None);
    }

    public async Task<Result<T>> SendAsync<T>(IQuery<T> query)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IUseCases>().SendAsync(query, CancellationToken.None);
    }

    public Task<Result<AuthorizationView>> StartAsync(ToolSessionId id, params IEnumerable<KeyValuePair<string, string>> fields) =>
        SendAsync(new StartAuthorizationCommand(id, new CredentialValues(fields)));

    public Task<Result<ToolSessionId>> CompleteAsync(
        string tool, string? state, string? code = "code", string? issuer = null, string? denial = null, string? description = null) =>
        SendAsync(new CompleteAuthorizationCommand(tool, state, code, issuer, denial, description));

    public Task<Result<ConnectedView>> ConnectAsync(ToolSessionId id, params IEnumerable<KeyValuePair<string, string>> values) =>
        SendAsync(new ConnectManuallyCommand(id, new CredentialValues(values)));

    public Task<Result<RunView>> ExecuteAsync(ToolSessionId id, string action, string parameters = "{}") =>
        SendAsync(new ExecuteActionCommand(ToolUser.Of(id.Tenant, id.Owner), id.Tool, action, JsonElement.Parse(parameters)));

    /// <summary>Connects by OAuth, from the start to the callback.</summary>
    public async Task ConnectByOAuthAsync(ToolSessionId id, params IEnumerable<KeyValuePair<string, string>> fields)
    {
        var started = (await StartAsync(id, fields)).Required().Redirect.ShouldNotBeNull();
        (await CompleteAsync(id.Tool, started.State)).Required();
    }

    /// <summary>What the session's credential holds, opened.</summary>
    public async Task<CredentialValues> OpenAsync(ToolSessionId id) =>
        await Sealer.OpenAsync(id, ToolSessionSecret.Credential, Rows.Row(id).ShouldNotBeNull().Credential.ShouldNotBeNull().Secret,
            CancellationToken.None) ?? throw new InvalidOperationException("It does not open.");

    public CredentialSealer Sealer => _services.GetRequiredService<CredentialSealer>();

    public T Get<T>()
        where T : notnull =>
        _services.GetRequiredService<T>();

    public void Dispose() => _services.Dispose();
}
