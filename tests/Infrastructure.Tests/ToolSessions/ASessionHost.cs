using Microsoft.Extensions.Options;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.ToolSessions;
using ModuleX.Tests.Shared.Ports;

namespace ModuleX.Infrastructure.Tests.ToolSessions;

/// <summary>The in-process host over rows in memory. Another one over the same rows is the same server, started again.</summary>
internal sealed class ASessionHost
{
    public ASessionHost(SessionRepositoryInMemory? rows = null, int maxCached = 1000)
    {
        Rows = rows ?? new SessionRepositoryInMemory();
        Cache = new SessionCache(Rows, new OwnerChanges(Notices), Options.Create(new SessionCacheOptions { MaxCached = maxCached }));
        Sessions = new InProcessToolSessions(Cache, new SessionLeases(Refresher, Revocations, SecurityLog, Time), Time);
    }

    public SessionRepositoryInMemory Rows { get; }

    public GatedRefresher Refresher { get; } = new();

    public AccessNotices Notices { get; } = new();

    public RevocationsInMemory Revocations { get; } = new();

    public SecurityLogInMemory SecurityLog { get; } = new();

    public ManualTime Time { get; } = new();

    public SessionCache Cache { get; }

    public IToolSessions Sessions { get; }

    public async Task<StoredCredential> ConnectAsync(ToolSessionId id, int? expiresIn = null)
    {
        var credential = Given.Credential(expiresIn);
        (await Sessions.ConnectAsync(id, credential, CancellationToken.None)).Required();
        return credential;
    }

    public Task<Domain.Results.Result<SessionLease>> LeaseAsync(ToolSessionId id, CancellationToken cancellationToken = default) =>
        Sessions.LeaseAsync(id, "list_items", TimeSpan.FromSeconds(60), cancellationToken).AsTask();
}
