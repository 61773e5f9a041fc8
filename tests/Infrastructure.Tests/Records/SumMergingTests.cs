using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ModuleX.Application.Analytics;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Infrastructure.Analytics;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers;
using ModuleX.Infrastructure.Records;
using ModuleX.Infrastructure.Tests.Fixtures;
using static ModuleX.Infrastructure.Tests.Records.RecordNode;

namespace ModuleX.Infrastructure.Tests.Records;

/// <summary>Rows of several processes become one, and no answer changes.</summary>
public abstract class SumMergingTests(TestDatabase database)
{
    /// <summary>Over for years; the present day begins at <see cref="Midnight"/>.</summary>
    private static readonly DateTimeOffset Noon = new(2027, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Midnight = Window.DayOf(ManualTime.Start);

    [ProviderFact]
    public async Task Merging_changes_no_answer_and_leaves_one_row_for_each_hour_and_subject()
    {
        var organization = await database.Main.AddTenantAsync();
        foreach (var node in (RecordNode[])[Node(), Node(), Node()]) await node.WriteAsync([.. ADayOf(organization)]);
        var before = await AnswersAsync(organization);
        before.ShouldContain("\"Count\":9");

        await Merging().MergeAsync(default);

        (await AnswersAsync(organization)).ShouldBe(before);
        await using var db = await OpenAsync(organization);
        (await db.WriterSums.CountAsync() + await db.WriterPresences.CountAsync()).ShouldBe(0);
        var requests = await db.Sums.Where(row => row.Measure == Measure.Requests).ToListAsync();
        requests.Count.ShouldBe(3, "two hours and a day");
        requests.ShouldAllBe(row => row.Count == (row.Grain == SumGrain.Day ? 12 : row.Start == Noon ? 9 : 3));
        (await db.Presences.CountAsync()).ShouldBe(4, "a request and a run, in an hour and on a day");
    }

    [ProviderFact]
    public async Task Merging_on_two_nodes_at_once_counts_everything_once()
    {
        var organization = await database.Main.AddTenantAsync();
        // Several transactions' worth.
        var entries = Enumerable.Range(0, 150).Select(hour => Request(organization, Noon.AddHours(hour))).ToArray();
        foreach (var node in (RecordNode[])[Node(), Node()]) await node.WriteAsync(entries);
        var before = await AnswersAsync(organization);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Merging().MergeAsync(default))));
        (await AnswersAsync(organization)).ShouldBe(before);
        await Merging().MergeAsync(default);

        (await AnswersAsync(organization)).ShouldBe(before);
        await using var db = await OpenAsync(organization);
        (await db.WriterSums.CountAsync()).ShouldBe(0);
        (await db.Sums.CountAsync(row => row.Measure == Measure.Requests && row.Grain == SumGrain.Hour && row.Count == 2)).ShouldBe(150);
    }

    [ProviderFact]
    public async Task Merging_while_nodes_write_counts_everything_once()
    {
        var organization = await database.Main.AddTenantAsync();
        RecordNode[] nodes = [Node(), Node()];

        var writing = Task.WhenAll(nodes.Select(node => Task.Run(async () =>
        {
            for (var batch = 0; batch < 20; batch++) await node.WriteAsync(Request(organization, Noon));
        })));
        while (!writing.IsCompleted) await Merging().MergeAsync(default);
        await writing;
        await Merging().MergeAsync(default);

        await using var db = await OpenAsync(organization);
        (await db.Sums.SingleAsync(row => row.Measure == Measure.Requests && row.Grain == SumGrain.Hour)).Count.ShouldBe(40);
        (await db.Sums.SingleAsync(row => row.Measure == Measure.Requests && row.Grain == SumGrain.Day)).Count.ShouldBe(40);
        (await db.Records.CountAsync()).ShouldBe(40);
    }

    [ProviderFact]
    public async Task Present_hour_and_day_stay_with_their_writers()
    {
        var organization = await database.Main.AddTenantAsync();
        await Node().WriteAsync(Request(organization, ManualTime.Start), Request(organization, ManualTime.Start.AddHours(-2)));

        await Merging().MergeAsync(default);

        await using var db = await OpenAsync(organization);
        var open = await db.WriterSums.Where(row => row.Measure == Measure.Requests).ToListAsync();
        open.Select(row => (row.Grain, row.Start)).ShouldBe([(SumGrain.Hour, Midnight.AddHours(3)), (SumGrain.Day, Midnight)], ignoreOrder: true);
        (await db.Sums.SingleAsync(row => row.Measure == Measure.Requests)).Start.ShouldBe(Midnight.AddHours(1));
    }

    [ProviderFact]
    public async Task An_hour_waits_ten_minutes_for_its_last_records()
    {
        var organization = await database.Main.AddTenantAsync();
        var time = new ManualTime();
        await Node().WriteAsync(Request(organization, ManualTime.Start.AddHours(-1)));

        await Merging(time).MergeAsync(default);
        await using var db = await OpenAsync(organization);
        (await db.Sums.AnyAsync()).ShouldBeFalse("the hour ended four minutes ago");
        time.Advance(TimeSpan.FromMinutes(6));
        await Merging(time).MergeAsync(default);

        (await db.Sums.AnyAsync()).ShouldBeTrue();
    }

    /// <summary>The writer still has the hour's rows in memory, and the day's, which are not merged.</summary>
    [ProviderFact]
    public async Task A_late_record_is_counted_once_and_merged_by_the_next_pass()
    {
        var organization = await database.Main.AddTenantAsync();
        var (node, before) = (Node(), ManualTime.Start.AddHours(-2));
        await node.WriteAsync(Request(organization, before, duration: 1_000));
        await Merging().MergeAsync(default);

        await node.WriteAsync(Request(organization, before, duration: 5_000));
        await node.WriteAsync(Request(organization, before, status: 503, duration: 7_000));
        (await HourAsync()).ShouldBe((3, 1, 13_000));
        await Merging().MergeAsync(default);

        (await HourAsync()).ShouldBe((3, 1, 13_000));
        await using var db = await OpenAsync(organization);
        var merged = await db.Sums.SingleAsync(row => row.Measure == Measure.Requests);
        (merged.Count, merged.Faults, merged.DurationMicroseconds).ShouldBe((3, 1, 13_000));
        var latency = new LatencyHistogram();
        latency.Add(merged.Latency);
        latency.Count.ShouldBe(3);
        (await db.WriterSums.SingleAsync(row => row.Measure == Measure.Requests)).Count.ShouldBe(3, "the day's");

        async Task<(long, long, long)> HourAsync()
        {
            var hour = (await Sums.ReadAsync(
                organization.TenantId, organization.Id, Measure.Requests, new(Midnight, Midnight.AddDays(1)), byHour: true, default)).ShouldHaveSingleItem();
            return (hour.Count, hour.Faults, hour.DurationMicroseconds);
        }
    }

    [ProviderFact]
    public async Task Rows_in_memory_are_those_of_the_database_batch_after_batch()
    {
        var organization = await database.Main.AddTenantAsync();
        var node = Node();
        for (var batch = 0; batch < 5; batch++)
            await node.WriteAsync(Request(organization, ManualTime.Start.AddHours(batch / 2), duration: 1_000 * batch));

        var hours = await Sums.ReadAsync(
            organization.TenantId, organization.Id, Measure.AllRequests, new(Midnight, Midnight.AddDays(1)), byHour: true, default);

        hours.OrderBy(hour => hour.Start).Select(hour => (hour.Count, hour.DurationMicroseconds)).ShouldBe([(2, 1_000), (2, 5_000), (1, 4_000)]);
        node.Retries.ShouldBe(0);
    }

    [ProviderFact]
    public async Task Nodes_sample_into_rows_of_their_own_that_are_shown_as_one_hour()
    {
        var time = new ManualTime();
        time.Advance(TimeSpan.FromDays(-3_000));
        var start = Window.HourOf(time.Now);
        SystemSampler[] samplers = [Sampler(), Sampler()];

        await Task.WhenAll(samplers.Select(sampler => sampler.SampleAsync(default)));
        time.Advance(TimeSpan.FromMinutes(5));
        await samplers[0].SampleAsync(default);
        var before = await Sums.ListSystemHoursAsync(new(start, start.AddHours(1)), default);
        var first = await Sums.FindFirstSampleAsync(default);
        await Merging().MergeAsync(default);

        before.ShouldHaveSingleItem().MinutesUp.ShouldBe((1L << 4) | (1L << 9));
        (await Sums.ListSystemHoursAsync(new(start, start.AddHours(1)), default)).ShouldBe(before);
        first.ShouldBe(start.AddMinutes(4));
        (await Sums.FindFirstSampleAsync(default)).ShouldBe(first);
        await using var db = database.Main.OpenContext();
        (await db.WriterSystemHours.AnyAsync(row => row.Start == start)).ShouldBeFalse();
        (await db.SystemHours.SingleAsync(row => row.Start == start)).Samples.ShouldBe(3);

        SystemSampler Sampler() => new(Contexts, new ProcessIdentity(), time, NullLogger<SystemSampler>.Instance);
    }

    [ProviderFact]
    public async Task An_hours_upkeep_merges_and_removes_what_is_too_old()
    {
        var organization = await database.Main.AddTenantAsync();
        var old = ManualTime.Start.AddDays(-401);
        await Node().WriteAsync(Request(organization, old), Request(organization, ManualTime.Start.AddDays(-2)), Request(organization, ManualTime.Start));
        var time = new ManualTime();
        var options = Options.Create(new RecordOptions());
        var cleanup = new RecordCleanup(
            Contexts, new StoredRecords(Contexts), Merging(time), new RecordRetention(options), options, time, NullLogger<RecordCleanup>.Instance);

        await cleanup.CleanAsync(default);

        await using var db = await OpenAsync(organization);
        (await db.AllSums().Where(row => row.Measure == Measure.AllRequests && row.Grain == SumGrain.Day).Select(row => row.Start).ToListAsync())
            .ShouldBe([Midnight.AddDays(-2), Midnight], ignoreOrder: true);
        (await db.Sums.CountAsync(row => row.Measure == Measure.AllRequests && row.Grain == SumGrain.Day)).ShouldBe(1);
    }

    private IDbContextFactory<ModuleXDbContext> Contexts => database.Main.Get<IDbContextFactory<ModuleXDbContext>>();

    private StoredSums Sums => new(Contexts);

    private RecordNode Node() => new(database.Main);

    private SumMerging Merging(ManualTime? time = null) =>
        new(Contexts, database.Main.Get<IDatabaseProvider>(), time ?? new ManualTime(), NullLogger<SumMerging>.Instance);

    private Task<ModuleXDbContext> OpenAsync(Organization organization) => Contexts.OpenAsync(organization.TenantId, default);

    /// <summary>Four requests in two hours, a run and a login.</summary>
    private static IEnumerable<RecordEntry> ADayOf(Organization organization)
    {
        var request = Request(organization, Noon, duration: 700);
        (request.UserId, request.AuthMethod) = ("ada", AuthMethods.Password);
        return
        [
            request, Request(organization, Noon, 403, 90_000), Request(organization, Noon.AddMinutes(59), 500), Request(organization, Noon.AddHours(1)),
            new RecordEntry
            {
                TenantId = organization.TenantId, OrganizationId = organization.Id, Kind = RecordKind.Business, Category = RecordCategories.Execution,
                At = Noon, UserId = "ada", ToolName = "github", ActionName = "list", Success = true, DurationMicroseconds = 3_000,
            },
            SecurityRecord(organization, Noon, SecurityEvents.LoginSucceeded),
        ];
    }

    /// <summary>What analytics would be made of, as text.</summary>
    private async Task<string> AnswersAsync(Organization organization)
    {
        var (tenant, id) = (organization.TenantId, organization.Id);
        var answers = new List<object>();
        // Whole days with hours at both ends, and hours alone.
        foreach (var window in (Window[])[new(Noon, Noon.AddDays(7)), new(Noon.AddDays(-1), Noon.AddDays(1))])
        {
            foreach (var measure in Enum.GetValues<Measure>())
            {
                answers.Add(InOrder(await Sums.ReadAsync(tenant, id, measure, window, byHour: true, default)));
                answers.Add(InOrder(await Sums.ReadAsync(tenant, null, measure, window, byHour: false, default)));
                answers.Add(InOrder(await Sums.TotalAsync(tenant, id, measure, window, default)));
            }
            answers.Add((await Sums.ListPresencesAsync(tenant, id, window, default)).OrderBy(one => one.Owner).ThenBy(one => one.Tool).ToList());
        }
        answers.Add(await database.Main.Get<IOrganizationStatistics>().MeasureAsync(tenant, id, Noon, default));
        return JsonSerializer.Serialize(answers);

        static List<SumView> InOrder(IEnumerable<SumView> sums) =>
            [.. sums.OrderBy(sum => sum.Start).ThenBy(sum => sum.Subject).ThenBy(sum => sum.Detail).ThenBy(sum => sum.Count)];
    }
}

[Provider("sqlite")]
public sealed class SqliteSumMergingTests(SqliteDatabase database) : SumMergingTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlSumMergingTests(PostgreSqlDatabase database) : SumMergingTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerSumMergingTests(SqlServerDatabase database) : SumMergingTests(database), IClassFixture<SqlServerDatabase>;
