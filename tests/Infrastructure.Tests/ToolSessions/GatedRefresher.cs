using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Infrastructure.Tests.ToolSessions;

/// <summary>A token endpoint that answers when a test lets it.</summary>
internal sealed class GatedRefresher : ICredentialRefresher
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _requests;

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Completes with the first request.</summary>
    public Task Asked => _asked.Task;

    public Func<StoredCredential, Result<StoredCredential>> Answer { get; set; } = old => old with { Id = Guid.NewGuid(), ExpiresAt = null };

    /// <summary>What happens between the claim and the sending.</summary>
    public Action? BeforePermit { get; set; }

    public void Open() => _gate.TrySetResult();

    public async Task<Result<StoredCredential>> RefreshAsync(
        ToolSessionId id, StoredCredential credential, SendPermit permit, CancellationToken cancellationToken)
    {
        BeforePermit?.Invoke();
        if (await permit(cancellationToken) is { } refusal) return refusal;
        Interlocked.Increment(ref _requests);
        _asked.TrySetResult();
        await _gate.Task.WaitAsync(cancellationToken);
        return Answer(credential);
    }
}
