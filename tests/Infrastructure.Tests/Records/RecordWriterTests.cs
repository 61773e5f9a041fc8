using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Analytics;
using ModuleX.Application.Records;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Infrastructure.Analytics;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Records;
using ModuleX.Infrastructure.Tests.Fixtures;
using static ModuleX.Infrastructure.Tests.Records.RecordNode;

namespace ModuleX.Infrastructure.Tests.Records;

public abstract class RecordWriterTests(TestDatabase database)
{
    private static readonly DateTimeOffset Noon = new(2027, 3, 10, 12, 0, 0, TimeSpan.Zero);

    [ProviderFact]
    public async Task Everything_comes_back_as_it_was_written()
    {
        var (organization, node) = await StartAsync();
        await node.Channel.WriteAsync(
            new RecordEntry
            {
                TenantId = organization.TenantId, OrganizationId = organization.Id, Kind = RecordKind.Error, Level = RecordLevel.Critical, At = Noon,
                    UserId = "ada", Category = "Integration",
                Message = "It fell", Success = false, ToolName = "github", ActionName = "list", Endpoint = "/x", Method = "GET", StatusCode = 502,
                DurationMicroseconds = 12, IpAddress = "::1",
                Code = "upstream_failed", Details = "more",
            },
            default);

        await node.Writer.FlushAsync(default);

        await using var db = await OpenAsync(organization);
        var entry = await db.Records.SingleAsync();
        entry.ShouldSatisfyAllConditions(
            () => entry.OrganizationId.ShouldBe(organization.Id), () => entry.Kind.ShouldBe(RecordKind.Error),
            () => entry.Level.ShouldBe(RecordLevel.Critical), () => entry.At.ShouldBe(Noon),
            () => entry.UserId.ShouldBe("ada"), () => entry.Message.ShouldBe("It fell"), () => entry.Success.ShouldBeFalse(),
            () => entry.ToolName.ShouldBe("github"),
            () => entry.ActionName.ShouldBe("list"), () => entry.Endpoint.ShouldBe("/x"), () => entry.Method.ShouldBe("GET"),
            () => entry.StatusCode.ShouldBe(502),
            () => entry.DurationMicroseconds.ShouldBe(12), () => entry.IpAddress.ShouldBe("::1"), () => entry.Code.ShouldBe("upstream_failed"),
            () => entry.Details.ShouldBe("more"));
    }

    [ProviderFact]
    public async Task Text_of_any_length_and_kind_is_made_to_fit()
    {
        var (organization, node) = await StartAsync();
        var entry = Request(organization, Noon);
        entry.Message = new string('x', 499) + "\U0001F600\0";
        entry.UserId = new string('u', 1000);
        entry.Details = "half \ud800 a pair";
        await node.Channel.WriteAsync(entry, default);

        await node.Writer.FlushAsync(default);

        await using var db = await OpenAsync(organization);
        var stored = await db.Records.SingleAsync();
        stored.Message.ShouldBe(new string('x', 499));
        stored.UserId!.Length.ShouldBe(128);
        stored.Details.ShouldBe("half \ufffd a pair");
    }

    [ProviderFact]
    public async Task Sums_of_several_batches_and_nodes_add_up_by_hour_and_by_day()
    {
        var (organization, one) = await StartAsync();
        var other = Node();
        await one.Channel.WriteAsync(Request(organization, Noon, 200, 1_000), default);
        await one.Writer.FlushAsync(default);
        await other.Channel.WriteAsync(Request(organization, Noon.AddMinutes(59), 403, 3_000), default);
        await other.Channel.WriteAsync(Request(organization, Noon.AddHours(1), 503, 5_000), default);
        await other.Writer.FlushAsync(default);
        await one.Channel.WriteAsync(Request(organization, Noon.AddMinutes(1), 200, 1_000), default);
        await one.Writer.FlushAsync(default);

        var hours = await SumsAsync(organization, byHour: true);
        var hour = hours.Single(sum => sum.Start == Noon);
        (hour.Count, hour.Errors, hour.Refused, hour.Faults, hour.DurationMicroseconds).ShouldBe((3, 1, 1, 0, 5_000));
        var day = (await SumsAsync(organization, byHour: false)).ShouldHaveSingleItem();
        (day.Start, day.Count, day.Errors, day.Refused, day.Faults, day.DurationMicroseconds).ShouldBe((Noon.AddHours(-12), 4, 2, 1, 1, 10_000));
        var latency = new LatencyHistogram();
        latency.Add(day.Latency);
        latency.Count.ShouldBe(4);
    }

    [ProviderFact]
    public async Task Two_nodes_that_write_the_same_sums_at_once_lose_nothing_and_write_no_batch_again()
    {
        var (organization, _) = await StartAsync();
        RecordNode[] nodes = [Node(), Node()];

        await Task.WhenAll(nodes.Select(async node =>
        {
            for (var batch = 0; batch < 20; batch++) await node.WriteAsync(Request(organization, Noon));
        }));

        (await SumsAsync(organization, byHour: false)).ShouldHaveSingleItem().Count.ShouldBe(40);
        (await SumsAsync(organization, byHour: true)).ShouldHaveSingleItem().Count.ShouldBe(40);
        nodes.Sum(node => node.Retries).ShouldBe(0);
        await using var db = await OpenAsync(organization);
        (await db.Records.CountAsync()).ShouldBe(40);
    }

    [ProviderFact]
    public async Task A_graceful_stop_writes_everything_that_waits()
    {
        var (organization, node) = await StartAsync();
        await node.Writer.StartAsync(default);
        for (var at = 0; at < 12_000; at++) await node.Channel.WriteAsync(Request(organization, Noon), default);

        await node.Writer.StopAsync(default);

        await using var db = await OpenAsync(organization);
        (await db.Records.CountAsync()).ShouldBe(12_000);
    }

    [ProviderFact]
    public async Task A_database_that_does_not_answer_at_first_costs_no_record()
    {
        var (organization, _) = await StartAsync();
        var contexts = new AwayAtFirst(Contexts);
        var node = Node(contexts: contexts);
        await node.Channel.WriteAsync(Request(organization, Noon), default);
        await Should.ThrowAsync<IOException>(() => node.Writer.FlushAsync(default));

        await node.Writer.FlushAsync(default);

        await using var db = await OpenAsync(organization);
        (await db.Records.CountAsync()).ShouldBe(1);
    }

    [ProviderFact]
    public async Task Requests_that_find_no_room_are_counted_and_everything_else_waits()
    {
        var (organization, node) = await StartAsync(capacity: 1_000);
        for (var at = 0; at < 1_010; at++) await node.Channel.WriteAsync(Request(organization, Noon), default);
        var waiting = node.Channel.WriteAsync(SecurityRecord(organization, Noon, SecurityEvents.LoginSucceeded), default).AsTask();
        waiting.IsCompleted.ShouldBeFalse();

        await node.Writer.FlushAsync(default);
        await waiting;
        await node.Writer.FlushAsync(default);

        await using var db = await OpenAsync(organization);
        (await db.Records.CountAsync(entry => entry.Kind == RecordKind.Request)).ShouldBe(1_000);
        (await db.Records.CountAsync(entry => entry.Kind == RecordKind.Security)).ShouldBe(1);
        (await SumsAsync(organization, byHour: true)).ShouldHaveSingleItem().Count.ShouldBe(1_010);
    }

    [ProviderFact]
    public async Task Five_failed_logins_from_one_address_are_one_alert_that_counts_on()
    {
        var (organization, node) = await StartAsync();
        await FailAsync(node, organization, "10.0.0.1", Noon, 4);
        (await AlertsAsync(organization)).ShouldBeEmpty();
        await FailAsync(node, organization, "10.0.0.2", Noon, 1);
        (await AlertsAsync(organization)).ShouldBeEmpty();
        // Too late to belong to the four.
        await FailAsync(node, organization, "10.0.0.1", Noon.AddMinutes(16), 1);
        (await AlertsAsync(organization)).ShouldBeEmpty();

        await FailAsync(node, organization, "10.0.0.1", Noon.AddMinutes(17), 4);
        await FailAsync(node, organization, "10.0.0.1", Noon.AddMinutes(18), 2);

        var alert = (await AlertsAsync(organization)).ShouldHaveSingleItem();
        (alert.EventType, alert.IpAddress, alert.Count, alert.LastAt).ShouldBe((SecurityEvents.LoginFailed, "10.0.0.1", 7, Noon.AddMinutes(18)));
    }

    [ProviderFact]
    public async Task Two_nodes_count_on_in_one_alert_at_once()
    {
        var organization = await database.Main.AddTenantAsync();
        RecordNode[] nodes = [Node(), Node()];
        await FailAsync(nodes[0], organization, "10.0.0.3", Noon, 5);

        await Task.WhenAll(nodes.Select(async node =>
        {
            for (var batch = 0; batch < 20; batch++) await FailAsync(node, organization, "10.0.0.3", Noon.AddSeconds(batch), 1);
        }));

        var alert = (await AlertsAsync(organization)).ShouldHaveSingleItem();
        (alert.Count, alert.LastAt).ShouldBe((45, Noon.AddSeconds(19)));
    }

    [ProviderFact]
    public async Task Failures_on_two_nodes_at_once_are_one_alert()
    {
        var organization = await database.Main.AddTenantAsync();
        RecordNode[] nodes = [Node(), Node()];

        for (var address = 0; address < 10; address++)
            await Task.WhenAll(nodes.Select(node => FailAsync(node, organization, $"10.0.1.{address}", Noon, 3)));

        var alerts = await AlertsAsync(organization);
        alerts.Select(alert => alert.IpAddress).ShouldBe(Enumerable.Range(0, 10).Select(address => $"10.0.1.{address}"), ignoreOrder: true);
        alerts.ShouldAllBe(alert => alert.Count == 6);
    }

    [ProviderFact]
    public async Task One_reused_token_is_an_alert_at_once_and_a_login_is_none()
    {
        var (organization, node) = await StartAsync();
        await node.Channel.WriteAsync(SecurityRecord(organization, Noon, SecurityEvents.LoginSucceeded), default);
        await node.Channel.WriteAsync(SecurityRecord(organization, Noon, SecurityEvents.TokenReused), default);
        await node.Writer.FlushAsync(default);

        var alert = (await AlertsAsync(organization)).ShouldHaveSingleItem();

        (alert.EventType, alert.Severity, alert.Count).ShouldBe((SecurityEvents.TokenReused, RecordLevel.Critical, 1));
    }

    [ProviderFact]
    public async Task Old_records_are_removed_by_kind_and_nothing_of_other_tenants()
    {
        var (organization, node) = await StartAsync();
        var other = await database.Main.AddTenantAsync();
        await node.Channel.WriteAsync(Request(organization, Noon.AddDays(-2)), default);
        await node.Channel.WriteAsync(Request(organization, Noon), default);
        await node.Channel.WriteAsync(Request(other, Noon.AddDays(-2)), default);
        await node.Channel.WriteAsync(SecurityRecord(organization, Noon.AddDays(-2), SecurityEvents.LoginSucceeded), default);
        await node.Writer.FlushAsync(default);

        var removed = await new StoredRecords(Contexts).RemoveAsync(organization.TenantId, LogKinds.Request, Noon.AddDays(-1), default);

        removed.ShouldBe(1);
        var left = await new StoredRecords(Contexts).CountAsync(organization.TenantId, default);
        (left[LogKinds.Request].Count, left[LogKinds.Security].Count, left[LogKinds.Request].Oldest).ShouldBe((1, 1, Noon));
        (await new StoredRecords(Contexts).CountAsync(other.TenantId, default))[LogKinds.Request].Count.ShouldBe(1);
    }

    private IDbContextFactory<ModuleXDbContext> Contexts => database.Main.Get<IDbContextFactory<ModuleXDbContext>>();

    private async Task<(Organization Organization, RecordNode Node)> StartAsync(int capacity = 65_536) =>
        (await database.Main.AddTenantAsync(), Node(capacity));

    private RecordNode Node(int capacity = 65_536, IDbContextFactory<ModuleXDbContext>? contexts = null) => new(database.Main, capacity, contexts);

    /// <summary>The requests of that day.</summary>
    private Task<IReadOnlyList<SumView>> SumsAsync(Organization organization, bool byHour) => new StoredSums(Contexts).ReadAsync(
        organization.TenantId, organization.Id, Measure.Requests, new(Noon.AddHours(-12), Noon.AddHours(12)), byHour, default);

    private Task<ModuleXDbContext> OpenAsync(Organization organization) => Contexts.OpenAsync(organization.TenantId, default);

    private async Task<List<SecurityAlertRow>> AlertsAsync(Organization organization)
    {
        await using var db = await OpenAsync(organization);
        return await db.SecurityAlerts.AsNoTracking().ToListAsync();
    }

    private static async Task FailAsync(RecordNode node, Organization organization, string address, DateTimeOffset at, int times)
    {
        for (var time = 0; time < times; time++)
        {
            var entry = SecurityRecord(organization, at, SecurityEvents.LoginFailed);
            entry.IpAddress = address;
            await node.Channel.WriteAsync(entry, default);
        }
        await node.Writer.FlushAsync(default);
    }

    /// <summary>A database that the first one who asks does not reach.</summary>
    private sealed class AwayAtFirst(IDbContextFactory<ModuleXDbContext> inner) : IDbContextFactory<ModuleXDbContext>
    {
        private int _asked;

        public ModuleXDbContext CreateDbContext() => Interlocked.Increment(ref _asked) > 1 ? inner.CreateDbContext() : throw new IOException("away");
    }
}

[Provider("sqlite")]
public sealed class SqliteRecordWriterTests(SqliteDatabase database) : RecordWriterTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlRecordWriterTests(PostgreSqlDatabase database) : RecordWriterTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerRecordWriterTests(SqlServerDatabase database) : RecordWriterTests(database), IClassFixture<SqlServerDatabase>;
