using System.CommandLine;

namespace ModuleX.Api.CommandLine;

/// <summary>The option <c>--wait</c>: a database that is started together with the program takes a moment.</summary>
internal static class Waiting
{
    private const int Longest = 24 * 60 * 60;

    public static Option<int> Option()
    {
        var option = new Option<int>("--wait") { Description = "For how many seconds to wait for a database that does not answer yet", HelpName = "SECONDS" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var seconds) && seconds is < 0 or > Longest)
                result.AddError($"--wait must be from 0 to {Longest} seconds");
        });
        return option;
    }

    public static TimeSpan Of(ParseResult parsed, Option<int> option) => TimeSpan.FromSeconds(parsed.GetValue(option));
}
