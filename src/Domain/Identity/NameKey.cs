namespace ModuleX.Domain.Identity;

/// <summary>How names are compared: two that differ in case only are one. RFC 5321 lets the local part differ; no provider in use does.</summary>
public static class NameKey
{
    /// <summary>What is unique and looked up, of an e-mail address, a user's name or a role's.</summary>
    public static string Of(string name) => name.Trim().ToLowerInvariant();
}
