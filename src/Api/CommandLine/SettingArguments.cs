using System.CommandLine;
using System.Text.RegularExpressions;
using ModuleX.Api.Hosting;
using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Api.CommandLine;

/// <summary>Lets every verb take settings besides its own options: <c>--Database:Provider=postgresql</c>.</summary>
internal static partial class SettingArguments
{
    private const string EnvironmentOption = "--environment";
    private const string UrlsOption = "--urls";

    /// <summary>Makes a verb take settings besides its own options. Their names are checked with all other settings.</summary>
    public static TCommand TakesSettings<TCommand>(this TCommand command)
        where TCommand : Command
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.Add(new Option<string[]>(EnvironmentOption, "--Environment")
        {
            Description = "Production, or Development for a first try on this machine", HelpName = "NAME",
        });
        return command;
    }

    /// <summary>Makes a verb take the addresses to listen on as the framework's programs do.</summary>
    public static TCommand TakesAddresses<TCommand>(this TCommand command)
        where TCommand : Command
    {
        command.Add(new Option<string[]>(UrlsOption, "--Urls")
        {
            Description = $"Where to listen, with ; between several; {ListeningAddresses.Default} without it", HelpName = "URL",
        });
        return command;
    }

    /// <summary>The settings of a command line.</summary>
    /// <exception cref="StartupException">An argument is neither an option nor a setting.</exception>
    public static string[] Settings(this ParseResult parsed)
    {
        var problems = parsed.UnmatchedTokens.Select(ProblemOf).OfType<string>().ToList();
        if (problems.Count > 0) throw new StartupException(string.Join(Environment.NewLine, problems));
        return [.. parsed.UnmatchedTokens, .. OptionOf(parsed, EnvironmentOption), .. OptionOf(parsed, UrlsOption)];
    }

    /// <summary>The option's last value as a setting; the framework, too, lets the last one count.</summary>
    private static IEnumerable<string> OptionOf(ParseResult parsed, string name) =>
        parsed.CommandResult.Command.Options.OfType<Option<string[]>>().Where(option => option.Name == name)
            .SelectMany(option => parsed.GetValue(option) ?? []).TakeLast(1).Select(value => $"{name}={value}");

    private static string? ProblemOf(string token)
    {
        if (Setting().IsMatch(token)) return null;
        return NameAlone().IsMatch(token)
            ? $"{token} lacks its value: {token}=..."
            : $"Unknown argument {token}. Settings are given as --Name=value or --Section:Name=value.";
    }

    [GeneratedRegex("^--[A-Za-z]+(:[A-Za-z0-9_.-]+)*=", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Setting();

    [GeneratedRegex("^--[A-Za-z]+(:[A-Za-z0-9_.-]+)+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NameAlone();
}
