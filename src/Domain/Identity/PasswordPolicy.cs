using System.Collections.Frozen;
using System.Collections.Immutable;
using ModuleX.Domain.Results;

namespace ModuleX.Domain.Identity;

/// <summary>What a new password must be like. Stored ones are never judged by it.</summary>
/// <param name="MinimumLength">In characters.</param>
/// <param name="RequireSpecial">Whether one character must be neither a letter nor a digit.</param>
/// <param name="AllowCommon">Whether passwords are taken that guessers try first; for development alone.</param>
public sealed record PasswordPolicy(
    int MinimumLength, bool RequireUppercase, bool RequireLowercase, bool RequireDigit, bool RequireSpecial, bool AllowCommon = false)
{
    /// <summary>The longest password: enough for any phrase, and hashing it costs no more than any other.</summary>
    public const int MaximumLength = 128;

    /// <summary>
    /// What guessers try first, whatever it is made of: the most common passwords, their like with a character for each rule, and all that stand in the README
    /// and the API documents.
    /// </summary>
    private static readonly Lazy<FrozenSet<string>> TriedFirst = new(() => FrozenSet.ToFrozenSet(
    [
        .. WordList.Read("common-passwords.txt"),
        "Password1!", "Passw0rd!", "Password123!", "Qwerty123!", "Welcome1!", "Welcome123", "Welcome123!", "Abcd1234", "Admin123", "Admin123!", "Changeme1",
        "Changeme1!", "Letmein1",
        "SecurePass123!", "NewSecurePass456!", "SecurePassword123", "SecurePassword123!", "AdminPass123!", "AnotherPass123!", "CurrentPassword123!",
        "NewPassword123!",
    ], StringComparer.OrdinalIgnoreCase));

    /// <summary>Every way in which a password falls short; empty for a good one. Messages never repeat it.</summary>
    /// <param name="names">The user's e-mail address and username: a password must not be one of them.</param>
    public ImmutableArray<Problem> Check(string password, params ReadOnlySpan<string> names)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        Require(password.Length >= MinimumLength, $"Password must have at least {MinimumLength} characters");
        Require(password.Length <= MaximumLength, $"Password must have at most {MaximumLength} characters");
        Require(!RequireUppercase || password.Any(char.IsUpper), "Password must have an upper-case letter");
        Require(!RequireLowercase || password.Any(char.IsLower), "Password must have a lower-case letter");
        Require(!RequireDigit || password.Any(char.IsDigit), "Password must have a digit");
        Require(!RequireSpecial || password.Any(letter => !char.IsLetterOrDigit(letter)),
            "Password must have a character that is neither a letter nor a digit");
        Require(AllowCommon || !TriedFirst.Value.Contains(password), "Password is among the first ones that are guessed");
        foreach (var name in names)
            Require(name.Length == 0 || !password.Equals(name, StringComparison.OrdinalIgnoreCase), "Password must not be the email or the username");
        return problems.ToImmutable();

        void Require(bool isSo, string message)
        {
            if (!isSo) problems.Add(new Problem("/password", message));
        }
    }
}
