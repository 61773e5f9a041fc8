using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers;
using ModuleX.Infrastructure.Tests.Fixtures;
using ModuleX.Infrastructure.Webhooks;

namespace ModuleX.Infrastructure.Tests.Webhooks;

/// <summary>What processes webhooks in one process, on a handler of the test's.</summary>
internal sealed class WebhookNode : IAsyncDisposable
{
    public const string Type = "thing.happened";

    private readonly Installation _process;

    public WebhookNode(Installation process, Func<WebhookEvent, ISyncedRecords, Task> handle, WebhookOptions? options = null)
    {
        _process = process;
        var contexts = process.Get<IDbContextFactory<ModuleXDbContext>>();
        var settings = Options.Create(options ?? new WebhookOptions());
        Queue = new(contexts, settings, process.Time);
        Processor = new(contexts, Queue, process.Get<ServiceWork>(), [new Scripted(handle)], settings, process.Time, NullLogger<WebhookProcessor>.Instance);
        Intake = new(contexts, process.Get<IDatabaseProvider>(), process.Get<IServiceWork>(), NullLogger<WebhookIntake>.Instance);
    }

    public WebhookQueue Queue { get; }

    public WebhookProcessor Processor { get; }

    public WebhookIntake Intake { get; }

    /// <summary>Writes the record that a webhook tells of, and counts how often.</summary>
    public static async Task WriteAsync(WebhookEvent happened, ISyncedRecords records)
    {
        if (await records.FindAsync(happened.ServiceId, SyncTypes.Users, happened.Payload.Trim('"'), default) is { } record)
            record.Write("{}", false, happened.CreatedAt);
        else records.Add(new SyncedRecord(happened.TenantId, happened.ServiceId, SyncTypes.Users, happened.Payload.Trim('"'), "{}", happened.CreatedAt));
    }

    public async Task<Service> AddServiceAsync()
    {
        var tenant = (await _process.AddTenantAsync()).TenantId;
        var service = Service.Register(new ServiceId(Guid.NewGuid()), tenant, "some-service", "https://service.example", true, _process.Time.GetUtcNow());
        await using var db = _process.OpenContext();
        db.Services.Add(service);
        await db.SaveChangesAsync();
        return service;
    }

    /// <param name="payload">The id of the record that it tells of.</param>
    public WebhookEvent Event(Service service, string payload, string? key = null) =>
        WebhookEvent.Receive(Guid.CreateVersion7(), service.TenantId, service.Id, Type, $"\"{payload}\"", key, _process.Time.GetUtcNow());

    public async Task<List<WebhookEvent>> AddAsync(Service service, params string[] payloads)
    {
        var events = payloads.Select(payload => Event(service, payload)).ToList();
        await using var db = _process.OpenContext();
        db.WebhookEvents.AddRange(events);
        await db.SaveChangesAsync();
        return events;
    }

    public async Task<List<WebhookEvent>> EventsAsync(TenantId tenant)
    {
        await using var db = await _process.Get<IDbContextFactory<ModuleXDbContext>>().OpenAsync(tenant, default);
        return await db.WebhookEvents.OrderBy(row => row.Payload).ToListAsync();
    }

    /// <summary>Deletes the tenant's events, which the tests after it would have to process. Gives how many there were.</summary>
    public async Task<int> ForgetAsync(TenantId tenant)
    {
        await using var db = await _process.Get<IDbContextFactory<ModuleXDbContext>>().OpenAsync(tenant, default);
        return await db.WebhookEvents.ExecuteDeleteAsync();
    }

    /// <summary>How often each record was written, by its id.</summary>
    public async Task<Dictionary<string, long>> RevisionsAsync(TenantId tenant)
    {
        await using var db = await _process.Get<IDbContextFactory<ModuleXDbContext>>().OpenAsync(tenant, default);
        return await db.SyncedRecords.ToDictionaryAsync(row => row.ExternalId, row => row.Revision);
    }

    public async ValueTask DisposeAsync()
    {
        await Intake.StopAsync(default);
        Intake.Dispose();
        Processor.Dispose();
    }

    private sealed class Scripted(Func<WebhookEvent, ISyncedRecords, Task> handle) : IWebhookHandler
    {
        public IReadOnlyCollection<string> EventTypes { get; } = [Type];

        public async Task<Result<Done>> HandleAsync(WebhookEvent happened, ISyncedRecords records, CancellationToken cancellationToken)
        {
            await handle(happened, records);
            return Done.Result;
        }
    }
}
