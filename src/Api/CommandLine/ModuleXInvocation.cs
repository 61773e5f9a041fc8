using System.CommandLine;
using ModuleX.Api.Hosting;

namespace ModuleX.Api.CommandLine;

/// <summary>How the command line is run: what every verb needs to know and no argument says.</summary>
internal sealed class ModuleXInvocation : InvocationConfiguration
{
    public required ServerParts Parts { get; init; }

    /// <summary>The parts of the program that a verb runs in.</summary>
    public static ServerParts PartsOf(ParseResult parsed) => ((ModuleXInvocation)parsed.InvocationConfiguration).Parts;
}
