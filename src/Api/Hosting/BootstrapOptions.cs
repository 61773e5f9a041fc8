namespace ModuleX.Api.Hosting;

/// <summary>The first super admin, where the settings name one: the section <c>Bootstrap</c>.</summary>
internal sealed class BootstrapOptions
{
    public const string Section = "Bootstrap";

    public string Email { get; set; } = "";

    /// <summary>Held against the policy like any other.</summary>
    public string Password { get; set; } = "";

    internal bool IsGiven => Email.Length > 0 && Password.Length > 0;
}
