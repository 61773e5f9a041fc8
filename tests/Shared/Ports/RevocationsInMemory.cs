using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Tests.Shared.Ports;

/// <summary>The queue without its pauses: what is in it is due.</summary>
internal sealed class RevocationsInMemory : IRevocationQueue
{
    public List<QueuedRevocation> Waiting { get; } = [];

    /// <summary>Sessions whose entries have waited too long.</summary>
    public List<ToolSessionId> Expired { get; } = [];

    public Task AddAsync(ToolSessionId session, StoredCredential credential, CancellationToken cancellationToken)
    {
        Waiting.Add(new(Guid.NewGuid(), session, credential.Scheme, credential.Secret));
        return Task.CompletedTask;
    }

    public Task CollectAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<QueuedRevocation>> ClaimAsync(int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<QueuedRevocation>>([.. Waiting.Take(most)]);

    public Task RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        Waiting.RemoveAll(entry => entry.Id == id);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<ToolSessionId>> WipeExpiredAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ToolSessionId>>(Expired);
}
