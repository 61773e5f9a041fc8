using System.CommandLine;
using ModuleX.Application.Records;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.CommandLine;

/// <summary>Records and what analytics make of them.</summary>
internal static class RecordCommands
{
    private const long Step = 500_000;

    public static Command Create() => new("records", "Records and what analytics make of them") { Seed() };

    private static Command Seed()
    {
        var tenant = Verb.TenantOption();
        var organization = new Option<string>("--organization")
            { Description = "The organization's slug", DefaultValueFactory = _ => Organization.DefaultSlug };
        var count = new Option<long>("--count") { Description = "How many requests", DefaultValueFactory = _ => 5_000_000 };
        var days = new Option<int>("--days") { Description = "Over how many days up to now", DefaultValueFactory = _ => 90 };
        return new Command("seed", "Store made-up records, to measure with; never on a database that is in use") { tenant, organization, count, days }
            .DoesOnDatabase((services, parsed, cancellationToken) =>
            {
                long told = 0;
                var progress = new Told(stored =>
                {
                    if (stored - told < Step) return;
                    told = stored;
                    Console.Error.WriteLine($"{stored} requests");
                });
                var command = new SeedRecordsCommand(
                    parsed.GetRequiredValue(tenant), parsed.GetRequiredValue(organization), parsed.GetRequiredValue(count),
                    parsed.GetRequiredValue(days), progress);
                return Verb.ShowAsync(
                    services.UseCases().SendAsync(command, cancellationToken), _ => Console.WriteLine($"{command.Requests} requests are stored."));
            });
    }

    /// <summary>Tells at once, on the thread that works: the framework's own would tell in any order.</summary>
    private sealed class Told(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }
}
