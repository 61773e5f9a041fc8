using System.Globalization;
using ModuleX.Benchmarks;

// The servers that a measurement needs are this program in another process, so that each has a process of its own as in real life.
switch (args)
{
    case ["upstream", var port]:
        await Upstream.RunAsync(int.Parse(port, CultureInfo.InvariantCulture));
        return 0;
    case ["forwarder", var port, var upstream]:
        await Forwarder.RunAsync(int.Parse(port, CultureInfo.InvariantCulture), new Uri(upstream));
        return 0;
    case ["bare", var port]:
        await BareApi.RunAsync(int.Parse(port, CultureInfo.InvariantCulture));
        return 0;
    default:
        return await BenchmarkSuite.RunAsync(args);
}
