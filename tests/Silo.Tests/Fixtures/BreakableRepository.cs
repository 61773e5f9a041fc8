using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Silo.Tests.Fixtures;

/// <summary>Makes the sessions' table fail when a test says so.</summary>
internal sealed class BreakableRepository
{
    public const string Secret = "Host=inside;Password=hush";

    public volatile bool IsBroken;

    /// <summary>The table as one node reads it.</summary>
    internal sealed class OfNode(BreakableRepository state, IToolSessionRepository stored) : IToolSessionRepository
    {
        public Task<ToolSessionSnapshot> LoadAsync(ToolSessionId id, CancellationToken cancellationToken) => Whole().LoadAsync(id, cancellationToken);

        public Task<IReadOnlyList<ToolSessionSnapshot>> ListAsync(TenantId tenant, OwnerId owner, CancellationToken cancellationToken) =>
            Whole().ListAsync(tenant, owner, cancellationToken);

        public Task<IReadOnlyList<ToolSessionSnapshot>> ListAsync(TenantId tenant, OwnerId owner, string tool, CancellationToken cancellationToken) =>
            Whole().ListAsync(tenant, owner, tool, cancellationToken);

        public Task<IReadOnlyDictionary<string,
            DateTimeOffset>> ListLastUsesAsync(TenantId tenant, OwnerId owner, CancellationToken cancellationToken) => Whole()
            .ListLastUsesAsync(tenant, owner, cancellationToken);

        public Task<Result<ToolSessionSnapshot>> SaveAsync(
            ToolSessionSnapshot before, ToolSessionSnapshot session, CancellationToken cancellationToken) =>
            Whole().SaveAsync(before, session, cancellationToken);

        private IToolSessionRepository Whole() => state.IsBroken ? throw new InvalidOperationException(Secret) : stored;
    }
}
