using ModuleX.Domain.Records;
using ModuleX.Infrastructure.Records;
using ModuleX.Silo.Tests.Fixtures;
using Npgsql;
using Xunit.Abstractions;

namespace ModuleX.Silo.Tests.Cluster;

/// <summary>What the database of three nodes holds, asked past them.</summary>
internal static class ClusterRows
{
    /// <summary>How many refreshes are claimed.</summary>
    public static async Task<long> CountClaimsAsync(ThreeNodes scene)
    {
        await using var connection = new NpgsqlConnection(scene.Database.ConnectionStringOf("cluster"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(*) FROM tool_sessions WHERE refresh_holder IS NOT NULL", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>A node stores a batch of records and what it adds to the sums together, or neither.</summary>
    public static async Task RecordsShouldEqualSumsAsync(ThreeNodes scene, ITestOutputHelper output)
    {
        await using var connection = new NpgsqlConnection(scene.Database.ConnectionStringOf("cluster"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            SELECT (SELECT count(*) FROM records WHERE kind = @kind AND category = @category),
                   (SELECT coalesce(sum(count), 0)::bigint FROM
                       (SELECT measure, grain, count FROM sums UNION ALL SELECT measure, grain, count FROM writer_sums) AS counted
                    WHERE measure = @measure AND grain = @hour)
            """,
            connection);
        command.Parameters.AddWithValue("kind", (int)RecordKind.Business);
        command.Parameters.AddWithValue("category", RecordCategories.Execution);
        command.Parameters.AddWithValue("measure", (int)Measure.Runs);
        command.Parameters.AddWithValue("hour", (int)SumGrain.Hour);
        await using var read = await command.ExecuteReaderAsync();
        (await read.ReadAsync()).ShouldBeTrue();
        var (records, counted) = (read.GetInt64(0), read.GetInt64(1));
        output.WriteLine($"{records} runs in the records, {counted} in the sums");
        records.ShouldBePositive();
        counted.ShouldBe(records);
    }
}
