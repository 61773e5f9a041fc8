using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Tests.ToolSessions;

public sealed class ConnectUrlCacheTests : IDisposable
{
    private static readonly ToolSessionId Id = new(new TenantId(Guid.CreateVersion7()), OwnerId.User(Guid.CreateVersion7()), "github");
    private static readonly Guid Credential = Guid.CreateVersion7();

    private readonly ConnectUrlCache _cache = new(TimeProvider.System);
    private int _begun;

    [Fact]
    public async Task Callers_at_the_same_time_share_one_url()
    {
        var begun = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);

        var first = _cache.GetOrAddAsync(Id, Credential, () => begun.Task);
        var second = _cache.GetOrAddAsync(Id, Credential, Begin);
        begun.SetResult("https://github.example/authorize?1");

        (await second).ShouldBe(await first);
        _begun.ShouldBe(0);
    }

    [Fact]
    public async Task Another_credential_gets_a_url_of_its_own()
    {
        var first = await _cache.GetOrAddAsync(Id, Credential, Begin);

        var second = await _cache.GetOrAddAsync(Id, Guid.CreateVersion7(), Begin);

        second.ShouldNotBe(first);
    }

    [Fact]
    public async Task Used_url_is_forgotten()
    {
        var first = await _cache.GetOrAddAsync(Id, Credential, Begin);

        _cache.Forget(Id);

        (await _cache.GetOrAddAsync(Id, Credential, Begin)).ShouldNotBe(first);
    }

    [Fact]
    public async Task Authorization_that_could_not_be_begun_is_begun_again()
    {
        await _cache.GetOrAddAsync(Id, Credential, () => Task.FromResult<string?>(null));

        (await _cache.GetOrAddAsync(Id, Credential, Begin)).ShouldNotBeNull();
    }

    public void Dispose() => _cache.Dispose();

    private Task<string?> Begin() => Task.FromResult<string?>($"https://github.example/authorize?{++_begun}");
}
