namespace ModuleX.Application.Identity;

/// <summary>How long logins last, and who may register: the section <c>Logins</c> of the settings.</summary>
public sealed class LoginOptions
{
    public const string Section = "Logins";

    /// <summary>How long an access token lasts.</summary>
    public TimeSpan AccessLifetime { get; set; } = TimeSpan.FromSeconds(1800);

    /// <summary>How long an access token lasts that document 3's login gives.</summary>
    public TimeSpan LongAccessLifetime { get; set; } = TimeSpan.FromSeconds(3600);

    /// <summary>How long a refresh token lasts.</summary>
    public TimeSpan RefreshLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a refresh token lasts with <c>remember_me</c>.</summary>
    public TimeSpan RememberedRefreshLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Whether people may register themselves.</summary>
    public bool RegistrationIsOpen { get; set; } = true;
}
