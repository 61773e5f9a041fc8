using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Application.Tests.ToolSessions;

/// <summary>When a connection learns what its service calls the account.</summary>
public sealed class ConnectionLabelTests : IDisposable
{
    private static readonly ToolSessionId Id = Given.SessionId("n8n");
    private static readonly AuthScheme Key = ATool.Scheme(AuthKind.ApiKey, ATool.Field("api_key"));

    private readonly ChecksInMemory _checks = new();
    private readonly AnApplication _application;

    public ConnectionLabelTests() => _application = new([Tool(JsonPath.Parse("$.login")!)], services => services.AddSingleton<IConnectionChecks>(_checks));

    public void Dispose() => _application.Dispose();

    [Fact]
    public async Task Credential_that_was_tried_comes_with_its_label()
    {
        await ConnectAsync("ada");
        Label().ShouldBe("ada");

        await ConnectAsync("bob");

        Label().ShouldBe("bob");
    }

    [Fact]
    public async Task Credential_that_could_not_be_tried_does_not_keep_the_label_of_the_one_before()
    {
        await ConnectAsync("ada");

        await ConnectAsync(RunErrors.Unreachable("n8n", "no route to host"));

        Label().ShouldBeNull();
    }

    [Fact]
    public async Task Check_stores_a_label_that_changed_and_writes_nothing_where_it_is_the_same()
    {
        await ConnectAsync("ada");
        var before = _application.Rows.Row(Id)!;

        await CheckAsync("ada", dueAt: _application.Time.GetUtcNow());
        _application.Rows.Row(Id).ShouldBe(before);
        await CheckAsync("ada-lovelace", dueAt: _application.Time.GetUtcNow());

        Label().ShouldBe("ada-lovelace");
    }

    [Fact]
    public async Task Check_that_finds_no_label_leaves_the_one_that_is_known()
    {
        await ConnectAsync("ada");

        await CheckAsync((string?)null, dueAt: _application.Time.GetUtcNow());
        await CheckAsync(RunErrors.Unreachable("n8n", "no route to host"), dueAt: _application.Time.GetUtcNow());

        Label().ShouldBe("ada");
    }

    [Fact]
    public async Task New_connection_without_a_label_is_asked_for_it_at_the_first_look()
    {
        await ConnectAsync(RunErrors.Unreachable("n8n", "no route to host"));

        await CheckAsync("ada", dueAt: null);

        Label().ShouldBe("ada");
    }

    [Fact]
    public async Task New_connection_that_has_its_label_is_not_tried_before_its_time()
    {
        await ConnectAsync("ada");
        var tried = _application.Runner.Verified.Count;

        await CheckAsync("other", dueAt: null);

        (_application.Runner.Verified.Count, Label()).ShouldBe((tried, "ada"));
    }

    [Fact]
    public async Task New_connection_of_a_service_that_says_no_label_is_not_tried_before_its_time()
    {
        using var application = new AnApplication([Tool()], services => services.AddSingleton<IConnectionChecks>(_checks));
        (await application.ConnectAsync(Id, new KeyValuePair<string, string>("api_key", "k1"))).Required();
        _checks.Due = new(application.Rows.Row(Id)!, null);

        (await application.SendAsync(new TendConnectionsCommand())).Required().ShouldBe(0);

        application.Runner.Verified.Count.ShouldBe(1);
    }

    private static ToolDefinition Tool(params JsonPath[] label) => ATool.With("n8n", [Key]) with { Verification = new("GET", "/me", [.. label]) };

    private string? Label() => _application.Rows.Row(Id)!.Label;

    private async Task ConnectAsync(Result<string?> answer)
    {
        _application.Runner.Verification = answer;
        (await _application.ConnectAsync(Id, new KeyValuePair<string, string>("api_key", "k1"))).Required();
    }

    private async Task CheckAsync(Result<string?> answer, DateTimeOffset? dueAt)
    {
        _application.Runner.Verification = answer;
        _checks.Due = new(_application.Rows.Row(Id)!, dueAt);
        (await _application.SendAsync(new TendConnectionsCommand())).Required();
    }

    /// <summary>One connection is due, and this node takes it.</summary>
    private sealed class ChecksInMemory : IConnectionChecks
    {
        public DueConnection? Due { get; set; }

        public Task CheckedAsync(ToolSessionId session, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<IReadOnlyList<DueConnection>> FindDueAsync(DateTimeOffset usedSince, int most, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<DueConnection>>([Due!]);

        public Task<IReadOnlyList<DueConnection>> FindEndingAsync(
            DateTimeOffset usedSince, DateTimeOffset endsBefore, int most, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<DueConnection>>([]);

        public Task<bool> ClaimCheckAsync(DueConnection due, DateTimeOffset next, CancellationToken cancellationToken) => Task.FromResult(true);

        public Task<bool> ClaimRefreshAsync(DueConnection ending, DateTimeOffset next, CancellationToken cancellationToken) => Task.FromResult(true);
    }
}
