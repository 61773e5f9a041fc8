namespace ModuleX.Application.Configuration;

/// <summary>The time zones of the IANA database, as the operating system has it.</summary>
internal static class KnownTimezones
{
    private const int MaximumLength = 64;

    /// <summary>The system looks a zone up as a file of that name, so only what can be the name of one is asked for.</summary>
    public static bool Has(string name) =>
        name.Length is > 0 and <= MaximumLength && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '_' or '-' or '+')
            && char.IsAsciiLetterUpper(name[0])
        && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId && zone.Id == name;
}
