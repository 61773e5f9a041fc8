namespace ModuleX.Infrastructure.Security.Passwords;

/// <summary>How passwords are hashed and what new ones must be like: the section <c>Passwords</c> of the settings.</summary>
public sealed class PasswordOptions
{
    public const string Section = "Passwords";

    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512; stored passwords with fewer are hashed anew at the next login. OWASP's advice is 210,000.</summary>
    public int Iterations { get; set; } = 210_000;

    /// <summary>How many characters a new password has at the least.</summary>
    public int MinimumLength { get; set; } = 8;

    public bool RequireUppercase { get; set; } = true;

    public bool RequireLowercase { get; set; } = true;

    public bool RequireDigit { get; set; } = true;

    public bool RequireSpecial { get; set; }

    /// <summary>Takes passwords that guessers try first, as those of the documents' examples are. In the Development environment alone.</summary>
    public bool AllowCommon { get; set; }
}
