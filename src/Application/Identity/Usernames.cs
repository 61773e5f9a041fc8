using ModuleX.Domain.Identity;

namespace ModuleX.Application.Identity;

/// <summary>Usernames for people who gave none.</summary>
internal static class Usernames
{
    public const int MaximumLength = 100;

    /// <summary>The local part of the e-mail address, made unlikely to be taken by the user's number where the plain one is.</summary>
    public static string From(string email, long? number)
    {
        var local = email[..email.IndexOf('@', StringComparison.Ordinal)];
        var suffix = number is { } one ? $"-{one % 1_000_000:D6}" : "";
        return ShortText.Of(local, MaximumLength - suffix.Length) + suffix;
    }
}
