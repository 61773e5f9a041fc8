using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Tests.ToolSessions;

namespace ModuleX.Infrastructure.Tests.Telemetry;

/// <summary>Leases and refreshes as telemetry tells them.</summary>
[Collection(Listening.Name)]
public sealed class RefreshTelemetryTests : IDisposable
{
    private static readonly ToolSessionId Id = Given.SessionId("notion");

    private readonly AToolSessionHost _host = new();
    private readonly Listened _told = new();

    public void Dispose() => _told.Dispose();

    [Fact]
    public async Task A_refresh_that_many_wait_for_is_one_span_and_one_measurement()
    {
        await _host.ConnectAsync(Id, expiresIn: -1);

        var leases = Enumerable.Range(0, 5).Select(_ => Task.Run(() => _host.LeaseAsync(Id))).ToArray();
        await Wait.ForAsync(_host.Refresher.Asked, "the token request");
        _host.Refresher.Open();
        await Wait.ForAsync(Task.WhenAll(leases), "all leases");

        _told.Spans.ShouldHaveSingleItem().DisplayName.ShouldBe("refresh_credential notion");
        _told.Measured.Where(one => one.StartsWith("modulex.session.refresh", StringComparison.Ordinal)).ShouldHaveSingleItem()
            .ShouldBe("modulex.session.refresh.duration modulex.tool=notion modulex.outcome=refreshed");
        _told.Measured.Count(one => one == "modulex.session.leases modulex.tool=notion modulex.outcome=leased").ShouldBe(5);
    }

    [Fact]
    public async Task A_refresh_that_is_refused_and_the_lease_that_asked_for_it_say_the_code()
    {
        await _host.ConnectAsync(Id, expiresIn: -1);
        _host.Refresher.Answer = _ => ToolSessionErrors.NeedsReconnect(Id);
        _host.Refresher.Open();

        (await _host.LeaseAsync(Id)).Error.ShouldNotBeNull();

        _told.Spans.ShouldHaveSingleItem().GetTagItem("error.type").ShouldBe("needs_reconnect");
        _told.Measured.ShouldBe(
            ["modulex.session.refresh.duration modulex.tool=notion modulex.outcome=needs_reconnect",
            "modulex.session.leases modulex.tool=notion modulex.outcome=needs_reconnect"]);
    }
}
