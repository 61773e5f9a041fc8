using System.Diagnostics;

namespace ModuleX.Benchmarks.People;

/// <summary>
/// Lists, searches and logins with few and with many people, on two servers that are called in turn: what the machine does meanwhile meets both alike.
/// </summary>
internal static class PeoplePart
{
    private const int WarmUpRounds = 40;
    private const int Rounds = 220;

    private static readonly Uri Nowhere = new("http://127.0.0.1:9/");

    public static async Task RunAsync()
    {
        Report.Line($"{Environment.ProcessorCount} cores, one call at a time, {Rounds} calls of each kind and size after {WarmUpRounds} of warm-up");
        await using var few = await ModuleXUnderTest.StartAsync(Nowhere, settings: PeopleCalls.Settings);
        await using var many = await ModuleXUnderTest.StartAsync(Nowhere, settings: PeopleCalls.Settings);
        using var fewCalls = await FillAsync(few, organizations: 20, usersEach: 50);
        using var manyCalls = await FillAsync(many, organizations: 1_000, usersEach: 50);
        var (fewTimes, manyTimes) = await MeasureAsync(fewCalls, manyCalls);
        Print(fewTimes, manyTimes);
    }

    private static async Task<PeopleCalls> FillAsync(ModuleXUnderTest moduleX, int organizations, int usersEach)
    {
        SeededPeople? people = null;
        await moduleX.RestartAsync(async () => people = await new PeopleSeed(moduleX.Database).WriteAsync(organizations, usersEach));
        var size = new FileInfo(moduleX.Database).Length / 1024.0 / 1024.0;
        Report.Line($"{people!.Emails.Count} users in {organizations} organizations: {size:0.0} MiB, ready after {moduleX.Server.ReadyAfter.TotalSeconds:0.00} s");
        return await PeopleCalls.SignInAsync(moduleX.Server.Address, people);
    }

    private static async Task<(IReadOnlyList<(string Kind, Samples Times)> Few, IReadOnlyList<(string Kind, Samples Times)> Many)> MeasureAsync(PeopleCalls few, PeopleCalls many)
    {
        var fewTimes = few.Kinds.Select(kind => (kind.Kind, Times: new Samples())).ToList();
        var manyTimes = many.Kinds.Select(kind => (kind.Kind, Times: new Samples())).ToList();
        for (var round = -WarmUpRounds; round < Rounds; round++)
        {
            for (var at = 0; at < few.Kinds.Count; at++)
            {
                var (tookFew, tookMany) = (await TimeAsync(few.Kinds[at].CallAsync), await TimeAsync(many.Kinds[at].CallAsync));
                if (round < 0) continue;
                fewTimes[at].Times.Add(tookFew);
                manyTimes[at].Times.Add(tookMany);
            }
        }
        return (fewTimes, manyTimes);
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> callAsync)
    {
        var began = Stopwatch.GetTimestamp();
        await callAsync();
        return Stopwatch.GetElapsedTime(began);
    }

    private static void Print(IReadOnlyList<(string Kind, Samples Times)> few, IReadOnlyList<(string Kind, Samples Times)> many)
    {
        Report.Line($"{"in ms",-36} {"few: p50",9} {"p99",8}   {"many: p50",9} {"p99",8}   {"p50 ratio",9}");
        foreach (var ((kind, small), (_, large)) in few.Zip(many))
            Report.Line($"{kind,-36} {small.Median,9:0.00} {small.P99,8:0.00}   {large.Median,9:0.00} {large.P99,8:0.00}   {large.Median / small.Median,9:0.00}");
        PrintTelling("few", few);
        PrintTelling("many", many);
    }

    /// <summary>Whether the time of a refusal tells that there is such an account.</summary>
    private static void PrintTelling(string size, IReadOnlyList<(string Kind, Samples Times)> times)
    {
        var (wrong, unknown) = (Of(PeopleCalls.WrongPassword), Of(PeopleCalls.UnknownAccount));
        var (difference, low, high) = wrong.MinusMedianOf(unknown);
        var verdict = low <= 0 && high >= 0 ? "not distinguishable" : "distinguishable";
        Report.Line($"{size}: wrong password {wrong.Median:0.00} ms, unknown account {unknown.Median:0.00} ms, difference {difference:0.00} ms (95 %: {low:0.00} to {high:0.00}), {verdict}");

        Samples Of(string kind) => times.Single(entry => entry.Kind == kind).Times;
    }
}
