using System.CommandLine;
using System.Text.RegularExpressions;
using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Api.CommandLine;

/// <summary>Lets every verb take settings besides its own options: <c>--Database:Provider=postgresql</c>.</summary>
internal static partial class SettingArguments
{
    /// <summary>The first part of every setting there is; anything else is a slip of the pen.</summary>
    private static readonly string[] Roots =
    [
        "AllowedHosts", "Batches", "Bootstrap", "Catalogue", "Cluster", "Cors", "Database", "DataSync", "Egress", "environment", "Events", "Kestrel", "Logging", "Logins", "MockServices", "Passwords", "PublicUrl", "RateLimits", "Records", "Runs", "ServiceHealth", "Sessions", "Shutdown", "Telemetry", "Tokens", "Tools", "Urls", "Webhooks",
    ];

    /// <summary>Makes a verb take settings besides its own options.</summary>
    public static TCommand TakesSettings<TCommand>(this TCommand command)
        where TCommand : Command
    {
        command.TreatUnmatchedTokensAsErrors = false;
        return command;
    }

    /// <summary>The settings of a command line.</summary>
    /// <exception cref="StartupException">An argument is neither an option nor a setting.</exception>
    public static string[] Settings(this ParseResult parsed)
    {
        var problems = parsed.UnmatchedTokens.Select(ProblemOf).OfType<string>().ToList();
        return problems.Count == 0 ? [.. parsed.UnmatchedTokens] : throw new StartupException(string.Join(Environment.NewLine, problems));
    }

    private static string? ProblemOf(string token)
    {
        if (Setting().Match(token) is not { Success: true } match) return $"Unknown argument {token}. Settings are given as --Name=value or --Section:Name=value.";
        var root = match.Groups[1].Value;
        return Roots.Contains(root, StringComparer.OrdinalIgnoreCase) ? null : $"Unknown setting {root}. Known are {string.Join(", ", Roots)}.";
    }

    [GeneratedRegex("^--([A-Za-z]+)((:[A-Za-z0-9_.-]+)*)=", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Setting();
}
