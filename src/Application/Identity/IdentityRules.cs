using FluentValidation;
using ModuleX.Domain.Identity;

namespace ModuleX.Application.Identity;

/// <summary>The shapes that several use cases ask for.</summary>
internal static class IdentityRules
{
    private const int MaximumEmailLength = 254;
    private const int MaximumNameLength = 100;

    public static void Email<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().MaximumLength(MaximumEmailLength).EmailAddress().Must(HasNoControls).WithMessage("Must not have control characters");

    /// <summary>An e-mail address or a username, to look for.</summary>
    public static void LoginName<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().MaximumLength(MaximumEmailLength).Must(HasNoControls).WithMessage("Must not have control characters");

    /// <summary>The e-mail address of an account that is made or moved. Sign-ins take what was allowed before.</summary>
    public static void NewEmail<T>(this IRuleBuilder<T, string> rule)
    {
        rule.Email();
        rule.Must(ShowsAll).WithMessage("Must not have characters that can't be seen");
    }

    /// <summary>Without @: no name is another person's address.</summary>
    public static void Username<T>(this IRuleBuilder<T, string?> rule) => rule.Length(1, Usernames.MaximumLength)
        .Must(name => name is null || (ShowsAll(name) && name.Trim().Length > 0)).WithMessage("Must have a character that can be seen, and none that can't")
        .Must(name => name is null || !name.Contains('@', StringComparison.Ordinal)).WithMessage("Must not have an @");

    public static void PersonName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(MaximumNameLength).Must(HasNoControls).WithMessage("Must not have control characters");

    /// <summary>The policy is checked later, with every problem at once; this only bounds what is hashed.</summary>
    public static void Password<T>(this IRuleBuilder<T, string> rule) => rule.NotEmpty().MaximumLength(PasswordPolicy.MaximumLength);

    private static bool ShowsAll(string? text) => text is null || NameKey.ShowsAll(text);

    private static bool HasNoControls(string? text) => text is null || !text.Any(char.IsControl);
}
