using ModuleX.Domain.Results;

namespace ModuleX.Application.ToolSessions;

/// <summary>Why a stored secret is of no use.</summary>
public static class SecretErrors
{
    public const string DamagedCode = "stored_secret_damaged";

    /// <summary>Its key is not here, or can't be unwrapped: a database that was restored without its key ring. The secret itself may be good.</summary>
    public static Error KeyUnavailable { get; } = new(
        ErrorKind.Unavailable, "data_key_unavailable", "The key of what is stored is not available on this server. Nothing was changed.")
    {
        RetryAfter = TimeSpan.FromMinutes(1),
    };

    /// <summary>It was changed, or copied from another place, though its key is here.</summary>
    /// <param name="what">As people call it.</param>
    public static Error Damaged(string what) => new(
        ErrorKind.Unavailable, DamagedCode, $"{what} was changed outside of ModuleX and can't be read. It has to be set anew.");
}
