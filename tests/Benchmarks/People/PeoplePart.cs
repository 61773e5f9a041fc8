using System.Diagnostics;

namespace ModuleX.Benchmarks.People;

/// <summary>
/// Lists, searches and logins with few and with many people, on two servers that are called in turn: what the machine does meanwhile meets both alike.
/// </summary>
internal static class PeoplePart
{
    private const int Rounds = 200;

    /// <summary>Until the runtime has compiled the paths; a login is mostly one long hash, which is compiled already.</summary>
    private const int ListWarmUp = 40;
    private const int LoginWarmUp = 10;

    private static readonly Uri Nowhere = new("http://127.0.0.1:9/");

    public static async Task RunAsync()
    {
        var cores = Environment.ProcessorCount;
        Report.Line(
            $"{cores} cores, one call at a time, {Rounds} calls of each kind and size, after {ListWarmUp} of lists and {LoginWarmUp} of logins to warm up");
        await using var few = await ModuleXUnderTest.StartAsync(Nowhere, settings: PeopleCalls.Settings);
        await using var many = await ModuleXUnderTest.StartAsync(Nowhere, settings: PeopleCalls.Settings);
        using var fewCalls = await FillAsync(few, organizations: 20, usersEach: 50);
        using var manyCalls = await FillAsync(many, organizations: 1_000, usersEach: 50);
        Report.Line($"{"in ms",-36} {"few: p50",9} {"p99",8}   {"many: p50",9} {"p99",8}   {"p50 ratio",9}");
        Print(await MeasureAsync(fewCalls.Lists, manyCalls.Lists, ListWarmUp));
        var logins = await MeasureAsync(fewCalls.Logins, manyCalls.Logins, LoginWarmUp);
        Print(logins);
        var (wrong, unknown) = (logins.Single(kind => kind.Kind == PeopleCalls.WrongPassword), logins.Single(kind => kind.Kind == PeopleCalls.UnknownAccount));
        PrintTelling("few", wrong.Few, unknown.Few);
        PrintTelling("many", wrong.Many, unknown.Many);
    }

    private static async Task<PeopleCalls> FillAsync(ModuleXUnderTest moduleX, int organizations, int usersEach)
    {
        SeededPeople? people = null;
        await moduleX.RestartAsync(async () => people = await new PeopleSeed(moduleX.Database).WriteAsync(organizations, usersEach));
        var size = new FileInfo(moduleX.Database).Length / 1024.0 / 1024.0;
        Report.Line(
            $"{people!.Emails.Count} users in {organizations} organizations: {size:0.0} MiB, ready after {moduleX.Server.ReadyAfter.TotalSeconds:0.00} s");
        return await PeopleCalls.SignInAsync(moduleX.Server.Address, people);
    }

    /// <summary>Every kind in turn, on one server and on the other.</summary>
    private static async Task<IReadOnlyList<KindTimes>> MeasureAsync(
        IReadOnlyList<(string Kind, Func<Task> CallAsync)> few, IReadOnlyList<(string Kind, Func<Task> CallAsync)> many, int warmUp)
    {
        var times = few.Select(kind => new KindTimes(kind.Kind, new(), new())).ToList();
        for (var round = -warmUp; round < Rounds; round++)
        {
            for (var at = 0; at < times.Count; at++)
            {
                var (tookFew, tookMany) = (await TimeAsync(few[at].CallAsync), await TimeAsync(many[at].CallAsync));
                if (round < 0) continue;
                times[at].Few.Add(tookFew);
                times[at].Many.Add(tookMany);
            }
        }
        return times;
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> callAsync)
    {
        var began = Stopwatch.GetTimestamp();
        await callAsync();
        return Stopwatch.GetElapsedTime(began);
    }

    private static void Print(IReadOnlyList<KindTimes> times)
    {
        foreach (var (kind, few, many) in times)
            Report.Line($"{kind,-36} {few.Median,9:0.00} {few.P99,8:0.00}   {many.Median,9:0.00} {many.P99,8:0.00}   {many.Median / few.Median,9:0.00}");
    }

    /// <summary>Whether the time of a refusal tells that there is such an account.</summary>
    private static void PrintTelling(string size, Samples wrong, Samples unknown)
    {
        var (difference, low, high) = wrong.MinusMedianOf(unknown);
        var verdict = low <= 0 && high >= 0 ? "not distinguishable" : "distinguishable";
        var medians = FormattableString.Invariant($"wrong password {wrong.Median:0.00} ms, unknown account {unknown.Median:0.00} ms");
        Report.Line($"{size}: {medians}, difference {difference:0.00} ms (95 %: {low:0.00} to {high:0.00}), {verdict}");
    }

    private sealed record KindTimes(string Kind, Samples Few, Samples Many);
}
