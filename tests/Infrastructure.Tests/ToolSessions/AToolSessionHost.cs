using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers.Sqlite;
using ModuleX.Infrastructure.Persistence.Startup;
using ModuleX.Infrastructure.Security;
using ModuleX.Infrastructure.ToolSessions;
using ModuleX.Tests.Shared.Ports;

namespace ModuleX.Infrastructure.Tests.ToolSessions;

/// <summary>The in-process host over rows in memory. Another one over the same rows is the same server, started again, or a second one.</summary>
internal sealed class AToolSessionHost
{
    public AToolSessionHost(ToolSessionRepositoryInMemory? rows = null, int maxCached = 1000)
    {
        Rows = rows ?? new ToolSessionRepositoryInMemory();
        Watch = new AccessWatch(Time);
        var options = Options.Create(new ToolSessionCacheOptions { MaxCached = maxCached, OutageAllowance = TimeSpan.Zero });
        Cache = new ToolSessionCache(Rows, new ToolSessionChanges(Notices), new ToolSessionMemory(Lease, Watch, options), options);
        var clock = new DatabaseClock(new SqliteProvider("Data Source=unused.db"), Time);
        Refreshes = new CredentialRefreshes(
            Refresher, Revocations, SecurityLog, Holders, clock, Options.Create(Tokens), Time, NullLogger<CredentialRefreshes>.Instance);
        Sessions = new InProcessToolSessions(Cache, new ToolSessionLeases(Refreshes, Time), Time);
    }

    public ToolSessionRepositoryInMemory Rows { get; }

    public GatedRefresher Refresher { get; } = new();

    public AccessNotices Notices { get; } = new();

    public AccessWatch Watch { get; }

    public LeaseInMemory Lease { get; } = new();

    public HoldersInMemory Holders { get; } = new();

    public TokenRequestOptions Tokens { get; } = new();

    public RevocationsInMemory Revocations { get; } = new();

    public SecurityLogInMemory SecurityLog { get; } = new();

    public ManualTime Time { get; } = new();

    public ToolSessionCache Cache { get; }

    public CredentialRefreshes Refreshes { get; }

    public IToolSessions Sessions { get; }

    public async Task<StoredCredential> ConnectAsync(ToolSessionId id, int? expiresIn = null)
    {
        var credential = Given.Credential(expiresIn);
        (await Sessions.ConnectAsync(id, credential, null, CancellationToken.None)).Required();
        return credential;
    }

    public Task<Result<ToolSessionLease>> LeaseAsync(ToolSessionId id, CancellationToken cancellationToken = default) =>
        Sessions.LeaseAsync(id, "list_items", TimeSpan.FromSeconds(60), cancellationToken).AsTask();

    /// <summary>The lock on the database, as a test wants it to be; at first the only writer's.</summary>
    internal sealed class LeaseInMemory : ISingleNodeLease
    {
        public LeaseHold Hold { get; set; } = LeaseHold.OnlyWriter;

        public Task AcquireAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    /// <summary>Processes that share the rows; at first all others are alive.</summary>
    internal sealed class HoldersInMemory : IRefreshHolders
    {
        public string Own { get; set; } = "one";

        public HashSet<string> Gone { get; } = [];

        public bool IsGone(RefreshClaim claim) => Gone.Contains(claim.Holder);
    }
}
