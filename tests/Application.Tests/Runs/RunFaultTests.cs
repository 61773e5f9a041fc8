using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application.Access;
using ModuleX.Application.Idempotency;
using ModuleX.Application.Runs;
using ModuleX.Application.Tests.Fakes;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Application.Tests.Runs;

/// <summary>What becomes of a run that meets a bug, of the others in its batch, and of its idempotency key.</summary>
public sealed class RunFaultTests : IDisposable
{
    private static readonly Caller Ada = new(
        new Authority(
            Given.Tenant, "default", new UserId(Guid.NewGuid()), SystemRole.User, new LoginSessionId(Guid.NewGuid()), Given.Organization,
            ImmutableDictionary<OrganizationId, OrganizationAuthority>.Empty),
        ClientFacts.None);

    private static readonly ToolSessionId Session = new(Given.Tenant, OwnerId.User(Ada.User.Value), "github");

    private readonly AnApplication _application = new(
        [ATool.WithOAuth("github", ATool.Action("list_items"), ATool.Action("stumble"))],
            services => services.AddSingleton<IIdempotencyKeys>(new KeysInMemory()));

    public void Dispose() => _application.Dispose();

    [Fact]
    public async Task Bug_in_one_run_of_a_batch_fails_that_run_alone()
    {
        await StumblingAsync();

        var outcomes = (await _application.SendAsync(new ExecuteBatchCommand([Run("list_items"), Run("stumble"), Run("list_items")]))).Required();

        outcomes.Select(outcome => outcome.Error?.Code).ShouldBe([null, "internal_error", null]);
        var trace = outcomes[1].Error!.Message.Split("trace ")[1].TrimEnd(')');
        _application.Log.Lines.ShouldContain(line => line.Contains(trace) && line.Contains("It stumbled"));
        outcomes[1].Error!.Message.ShouldNotContain("stumbled");
    }

    [Fact]
    public async Task Failure_before_a_run_of_a_batch_fails_that_run_alone()
    {
        await _application.ConnectByOAuthAsync(Session);
        var loads = 0;
        _application.Rows.BeforeLoad = _ => Interlocked.Increment(ref loads) == 1 ? throw new InvalidOperationException("The database stumbled.")
            : Task.CompletedTask;

        var outcomes = (await _application.SendAsync(new ExecuteBatchCommand([Run("list_items"), Run("list_items")]))).Required();

        outcomes.Select(outcome => outcome.Error?.Code).ShouldBe([null, "internal_error"], ignoreOrder: true);
    }

    [Fact]
    public async Task Bug_in_a_run_is_the_answer_of_its_idempotency_key()
    {
        await StumblingAsync();

        var first = await _application.SendAsync(Run("stumble", "key"));
        var again = await _application.SendAsync(Run("stumble", "key"));

        first.Error.ShouldNotBeNull().Code.ShouldBe("internal_error");
        again.Error.ShouldNotBeNull().Message.ShouldBe(first.Error.Message);
        _application.Runner.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Failure_before_anything_was_sent_gives_the_idempotency_key_back()
    {
        await _application.ConnectByOAuthAsync(Session);
        _application.Rows.BeforeLoad = _ => throw new InvalidOperationException("The database stumbled.");
        await Should.ThrowAsync<InvalidOperationException>(() => _application.SendAsync(Run("list_items", "key")));

        _application.Rows.BeforeLoad = null;

        (await _application.SendAsync(Run("list_items", "key"))).Error.ShouldBeNull();
    }

    private static ExecuteInOrganizationCommand Run(string action, string? key = null) =>
        new(Ada, Given.Organization, "github", action, JsonElement.Parse("{}"), key);

    private async Task StumblingAsync()
    {
        await _application.ConnectByOAuthAsync(Session);
        _application.Runner.Fault = call => call.Action.Name == "stumble" ? new InvalidOperationException("It stumbled.") : null;
    }
}
