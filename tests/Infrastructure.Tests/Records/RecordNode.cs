using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Infrastructure.Events;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers;
using ModuleX.Infrastructure.Records;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Records;

/// <summary>The writer of one process.</summary>
internal sealed class RecordNode
{
    private readonly CountedLog<RecordBatches> _log = new();

    public RecordNode(Installation installation, int capacity = 65_536, IDbContextFactory<ModuleXDbContext>? contexts = null)
    {
        contexts ??= installation.Get<IDbContextFactory<ModuleXDbContext>>();
        var options = Options.Create(new RecordOptions { Capacity = capacity });
        var sums = new RecordSums();
        Channel = new RecordChannel(options, sums);
        var batches = new RecordBatches(contexts, installation.Get<IDatabaseProvider>(), new ProcessIdentity(), new EventHub(), TimeProvider.System, _log);
        Writer = new RecordWriter(
            Channel, sums, new RecordTenants(contexts), batches, options, TimeProvider.System, NullLogger<RecordWriter>.Instance);
    }

    public RecordChannel Channel { get; }

    public RecordWriter Writer { get; }

    /// <summary>How often a batch was written again.</summary>
    public int Retries => _log.Lines;

    public async Task WriteAsync(params RecordEntry[] entries)
    {
        foreach (var entry in entries) await Channel.WriteAsync(entry, default);
        await Writer.FlushAsync(default);
    }

    public static RecordEntry Request(Organization organization, DateTimeOffset at, int status = 200, long duration = 100) => new()
    {
        TenantId = organization.TenantId, OrganizationId = organization.Id, Kind = RecordKind.Request, Category = RecordCategories.Request, At = at,
            Endpoint = "/tools", Method = "GET",
        StatusCode = status, Success = status < 400, DurationMicroseconds = duration,
    };

    public static RecordEntry SecurityRecord(Organization organization, DateTimeOffset at, string code) => new()
    {
        TenantId = organization.TenantId, OrganizationId = organization.Id, Kind = RecordKind.Security, Category = RecordCategories.Security,
            At = at, Code = code, Message = code,
    };
}
