using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ModuleX.Application;
using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Application.OutgoingWebhooks;
using ModuleX.Application.Persistence;
using ModuleX.Application.Pipeline;
using ModuleX.Application.Security;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.OutgoingWebhooks;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers;
using ModuleX.Infrastructure.Runs;
using ModuleX.Infrastructure.Tests.Fixtures;
using ModuleX.Tests.Shared.Ports;

namespace ModuleX.Infrastructure.Tests.OutgoingWebhooks;

/// <summary>What sends webhooks in one process, with its use cases, registered as the server does it; loopback may be called.</summary>
internal sealed class OutgoingNode : IAsyncDisposable
{
    private readonly Installation _process;
    private readonly ServiceProvider _services;

    public OutgoingNode(Installation process, params (string Name, string Value)[] settings)
    {
        _process = process;
        var values = new Dictionary<string, string?> { ["Egress:Allow:0"] = "127.0.0.1" };
        foreach (var (name, value) in settings) values[name] = value;
        _services = new ServiceCollection()
            .AddApplication()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddSingleton<ISecurityLog>(SecurityLog)
            .AddSingleton<TimeProvider>(process.Time)
            .AddSingleton<IHostApplicationLifetime>(process.Lifetime)
            .AddSingleton(process.Get<IDbContextFactory<ModuleXDbContext>>())
            .AddSingleton(process.Get<IDatabaseProvider>())
            .AddSingleton(process.Get<IUnitsOfWork>())
            .AddSingleton(process.Get<IOutages>())
            .AddSingleton(process.Get<ISecretProtector>())
            .AddRuns()
            .AddOutgoingWebhooks()
            .BuildServiceProvider();
    }

    public SecurityLogInMemory SecurityLog { get; } = new();

    public DeliveryWorker Worker => _services.GetRequiredService<DeliveryWorker>();

    public DeliveryQueue Queue => _services.GetRequiredService<DeliveryQueue>();

    public EventFanOut FanOut => _services.GetRequiredService<EventFanOut>();

    public DeliverySender Sender => _services.GetRequiredService<DeliverySender>();

    public OutgoingCleanup Cleanup => _services.GetRequiredService<OutgoingCleanup>();

    public async Task<Result<T>> SendAsync<T>(ICommand<T> command)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IUseCases>().SendAsync(command, CancellationToken.None);
    }

    public async Task<NewOutgoingWebhook> CreateAsync(Organization organization, Uri url, params string[] events) =>
        (await SendAsync(new CreateOutgoingWebhookCommand(Actor.System(organization.TenantId), organization.Id, url.AbsoluteUri, null, events))).Required();

    /// <summary>Writes events as what changes does.</summary>
    public async Task<List<OutgoingEvent>> HappenAsync(Organization organization, string type, int count = 1)
    {
        var events = Enumerable.Range(0, count).Select(number => OutgoingEvent.Of(
            organization.TenantId, organization.Id, type, JsonSerializer.Serialize(new { number }), _process.Time.GetUtcNow())).ToList();
        await using var db = _process.OpenContext();
        db.OutgoingEvents.AddRange(events);
        await db.SaveChangesAsync();
        return events;
    }

    public Task SendDueAsync() => Worker.SendDueAsync(CancellationToken.None);

    public async Task<OutgoingWebhook> WebhookAsync(TenantId tenant, OutgoingWebhookId id)
    {
        await using var db = await OpenAsync(tenant);
        return await db.OutgoingWebhooks.SingleAsync(webhook => webhook.Id == id);
    }

    public async Task<List<OutgoingDelivery>> DeliveriesAsync(TenantId tenant)
    {
        await using var db = await OpenAsync(tenant);
        return await db.OutgoingDeliveries.OrderBy(delivery => delivery.CreatedAt).ThenBy(delivery => delivery.Id).ToListAsync();
    }

    public async Task<List<DeliveryAttempt>> AttemptsAsync(TenantId tenant)
    {
        await using var db = await OpenAsync(tenant);
        return await db.DeliveryAttempts.OrderBy(attempt => attempt.Number).ToListAsync();
    }

    public async Task<List<OutgoingEvent>> EventsAsync(TenantId tenant)
    {
        await using var db = await OpenAsync(tenant);
        return await db.OutgoingEvents.OrderBy(happened => happened.OccurredAt).ToListAsync();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private Task<ModuleXDbContext> OpenAsync(TenantId tenant) => _process.Get<IDbContextFactory<ModuleXDbContext>>().OpenAsync(tenant, default);
}
