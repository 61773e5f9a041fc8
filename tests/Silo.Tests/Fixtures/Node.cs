using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using ModuleX.Api.CommandLine;
using ModuleX.Api.Hosting;
using ModuleX.Application.ToolSessions;
using ModuleX.Silo.Hosting;

namespace ModuleX.Silo.Tests.Fixtures;

/// <summary>A node of a cluster, in this process.</summary>
internal sealed class Node(WebApplication app, Uri address, CapturedLog log) : IAsyncDisposable
{
    public HttpClient Client { get; } = new() { BaseAddress = address };

    public Uri Address => address;

    public CapturedLog Log { get; } = log;

    /// <summary>What this node has asked of grains and of other nodes' services.</summary>
    public CountedCalls Calls => Services.GetRequiredService<CountedCalls>();

    public IServiceProvider Services => app.Services;

    /// <summary>How often this node has executed a use case.</summary>
    public int CountOf(string useCase) => Log.Lines.Count(line => line.Contains($"{useCase} done", StringComparison.Ordinal));

    public static async Task<Node> StartAsync(IEnumerable<string> settings, int port, TimeProvider time, BreakableRepository? sessions)
    {
        var log = new CapturedLog();
        var address = new Uri($"http://127.0.0.1:{port}");
        var app = ModuleXHost.Build([.. settings, $"--Urls={address.OriginalString}"], services =>
        {
            services.Replace(ServiceDescriptor.Singleton(time));
            services.AddSingleton<CountedCalls>();
            services.AddSingleton<IOutgoingGrainCallFilter>(provider => provider.GetRequiredService<CountedCalls>());
            if (sessions is null) return;
            var stored = services.Last(service => service.ServiceType == typeof(IToolSessionRepository));
            services.Replace(ServiceDescriptor.Singleton<IToolSessionRepository>(provider =>
                new BreakableRepository.OfNode(sessions, (IToolSessionRepository)ActivatorUtilities.CreateInstance(provider, stored.ImplementationType!))));
        }, SiloParts.Create());
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        await ServeCommand.PrepareAsync(app.Services, CancellationToken.None);
        await app.StartAsync();
        return new Node(app, address, log);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
