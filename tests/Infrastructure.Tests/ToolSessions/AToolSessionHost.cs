using Microsoft.Extensions.Options;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.ToolSessions;
using ModuleX.Tests.Shared.Ports;

namespace ModuleX.Infrastructure.Tests.ToolSessions;

/// <summary>The in-process host over rows in memory. Another one over the same rows is the same server, started again.</summary>
internal sealed class AToolSessionHost
{
    public AToolSessionHost(ToolSessionRepositoryInMemory? rows = null, int maxCached = 1000)
    {
        Rows = rows ?? new ToolSessionRepositoryInMemory();
        Cache = new ToolSessionCache(Rows, new OwnerChanges(Notices), Options.Create(new ToolSessionCacheOptions { MaxCached = maxCached }));
        Sessions = new InProcessToolSessions(Cache, new ToolSessionLeases(Refresher, Revocations, SecurityLog, Time), Time);
    }

    public ToolSessionRepositoryInMemory Rows { get; }

    public GatedRefresher Refresher { get; } = new();

    public AccessNotices Notices { get; } = new();

    public RevocationsInMemory Revocations { get; } = new();

    public SecurityLogInMemory SecurityLog { get; } = new();

    public ManualTime Time { get; } = new();

    public ToolSessionCache Cache { get; }

    public IToolSessions Sessions { get; }

    public async Task<StoredCredential> ConnectAsync(ToolSessionId id, int? expiresIn = null)
    {
        var credential = Given.Credential(expiresIn);
        (await Sessions.ConnectAsync(id, credential, CancellationToken.None)).Required();
        return credential;
    }

    public Task<Domain.Results.Result<ToolSessionLease>> LeaseAsync(ToolSessionId id, CancellationToken cancellationToken = default) =>
        Sessions.LeaseAsync(id, "list_items", TimeSpan.FromSeconds(60), cancellationToken).AsTask();
}
