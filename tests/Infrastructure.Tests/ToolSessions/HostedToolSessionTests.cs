using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.ToolSessions;

namespace ModuleX.Infrastructure.Tests.ToolSessions;

public sealed class HostedToolSessionTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 9, 0, 0, TimeSpan.Zero);
    private static readonly ToolSessionId Id = new(new TenantId(Guid.CreateVersion7()), OwnerId.User(Guid.CreateVersion7()), "github");

    private readonly StoredCredential _used = ACredential();
    private readonly HostedToolSession _hosted;
    private int _requests;

    public HostedToolSessionTests() =>
        _hosted = new(ToolSessionSnapshot.Empty(Id) with { Credential = _used }, new StoringAnything(), new OwnerChanges(new AccessNotices()), 0);

    [Fact]
    public async Task Callers_at_the_same_time_share_one_refresh()
    {
        var answer = new TaskCompletionSource<Result<StoredCredential>>(TaskCreationOptions.RunContinuationsAsynchronously);

        var first = RefreshAsync(answer.Task);
        var second = RefreshAsync(answer.Task);
        var renewed = ACredential();
        answer.SetResult(renewed);

        (await first).Required().Credential.ShouldBe(renewed);
        (await second).Required().Credential.ShouldBe(renewed);
        _requests.ShouldBe(1);
    }

    [Fact]
    public async Task Caller_who_comes_after_the_refresh_gets_its_credential_and_asks_nothing()
    {
        var renewed = ACredential();
        await RefreshAsync(Task.FromResult<Result<StoredCredential>>(renewed));

        var late = await RefreshAsync(Task.FromResult<Result<StoredCredential>>(ACredential()));

        late.Required().Credential.ShouldBe(renewed);
        _requests.ShouldBe(1);
    }

    [Fact]
    public async Task Caller_who_comes_after_a_final_refusal_is_refused_and_asks_nothing()
    {
        await RefreshAsync(Task.FromResult<Result<StoredCredential>>(ToolSessionErrors.NeedsReconnect(Id)));

        var late = await RefreshAsync(Task.FromResult<Result<StoredCredential>>(ACredential()));

        late.Error!.Code.ShouldBe(ToolSessionErrors.NeedsReconnectCode);
        _requests.ShouldBe(1);
    }

    [Fact]
    public async Task Caller_who_comes_after_a_passing_failure_asks_again()
    {
        await RefreshAsync(Task.FromResult<Result<StoredCredential>>(ToolSessionErrors.RefreshFailed("github")));
        var renewed = ACredential();

        var late = await RefreshAsync(Task.FromResult<Result<StoredCredential>>(renewed));

        late.Required().Credential.ShouldBe(renewed);
        _requests.ShouldBe(2);
    }

    /// <summary>A refresh of the first credential, as a caller asks for it who has seen nothing newer.</summary>
    private Task<Result<ToolSessionLease>> RefreshAsync(Task<Result<StoredCredential>> answer) => _hosted.RefreshOnceAsync(_used, async () =>
    {
        _requests++;
        var outcome = await answer;
        return await _hosted.ChangeAsync(session => session.ApplyRefresh(_used.Id, outcome, wasRejected: false, Now), CancellationToken.None);
    });

    private static StoredCredential ACredential() =>
        new(Guid.NewGuid(), "oauth2", new SealedSecret(Guid.NewGuid(), [1]), [], Now, true, Now - TimeSpan.FromHours(1));

    private sealed class StoringAnything : IToolSessionRepository
    {
        public Task<ToolSessionSnapshot> LoadAsync(ToolSessionId id, CancellationToken cancellationToken) => Task.FromResult(ToolSessionSnapshot.Empty(id));

        public Task<IReadOnlyList<ToolSessionSnapshot>> ListAsync(TenantId tenant, OwnerId owner, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ToolSessionSnapshot>>([]);

        public Task<IReadOnlyDictionary<string, DateTimeOffset>> ListLastUsesAsync(TenantId tenant, OwnerId owner, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, DateTimeOffset>>(new Dictionary<string, DateTimeOffset>());

        public Task<Result<ToolSessionSnapshot>> SaveAsync(ToolSessionSnapshot session, CancellationToken cancellationToken) =>
            Task.FromResult<Result<ToolSessionSnapshot>>(session with { Version = session.Version + 1 });
    }
}
