namespace ModuleX.Application.Identity;

/// <summary>Hashes passwords, slowly on purpose. Not inside a unit of work.</summary>
public interface IPasswords
{
    Task<string> HashAsync(string password, CancellationToken cancellationToken);

    /// <summary>Whether the password is the one of the hash.</summary>
    /// <param name="hash">Null where there is no account: that takes as long as a wrong password and is never right.</param>
    Task<PasswordVerdict> VerifyAsync(string? hash, string password, CancellationToken cancellationToken);
}

/// <summary>What became of a password.</summary>
public enum PasswordVerdict
{
    Wrong,
    Right,

    /// <summary>Right, and hashed with fewer rounds than today's, or as it was typed and not composed: hash it anew.</summary>
    RightButOutdated,
}
