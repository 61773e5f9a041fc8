using ModuleX.Api.CommandLine;
using ModuleX.Silo.Hosting;

namespace ModuleX.Silo;

/// <summary>A node of a cluster: the same command line as the embedded server, and every node serves the whole API.</summary>
internal static class SiloProgram
{
    public static Task<int> Main(string[] args) => ModuleXCommand.RunAsync(args, SiloParts.Create());
}
