using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ModuleX.Application.Identity;
using ModuleX.Domain.Identity;

namespace ModuleX.Infrastructure.Security.Passwords;

/// <summary>
/// ASP.NET Core's password hasher (PBKDF2, HMAC-SHA-512, a salt of 128 random bits). No more hashes at a time than there are cores, off the pool of
/// requests: a flood of logins must not take the server away from everybody else.
/// </summary>
internal sealed class FrameworkPasswords : IPasswords, IDisposable
{
    private static readonly object NoUser = new();

    private readonly SemaphoreSlim _gate = new(Environment.ProcessorCount);
    private readonly IPasswordHasher<object> _hasher;
    private readonly Lazy<string> _decoy;

    public FrameworkPasswords(IOptions<PasswordOptions> options)
        : this(new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = options.Value.Iterations })))
    {
    }

    internal FrameworkPasswords(IPasswordHasher<object> hasher)
    {
        _hasher = hasher;
        _decoy = new(() => _hasher.HashPassword(NoUser, Guid.NewGuid().ToString()));
    }

    public Task<string> HashAsync(string password, CancellationToken cancellationToken) =>
        RunAsync(() => _hasher.HashPassword(NoUser, ComposedText.Of(password)), cancellationToken);

    public Task<PasswordVerdict> VerifyAsync(string? hash, string password, CancellationToken cancellationToken) =>
        RunAsync(() => Verify(hash, password), cancellationToken);

    public void Dispose() => _gate.Dispose();

    private PasswordVerdict Verify(string? hash, string password)
    {
        // Made by the first who comes, known or not: only the unknown ones' waiting for it would tell them apart.
        var decoy = _decoy.Value;
        var composed = ComposedText.Of(password);
        var verdict = Judge(hash, _hasher.VerifyHashedPassword(NoUser, hash ?? decoy, composed));
        if (verdict != PasswordVerdict.Wrong || composed == password) return verdict;
        // One that was hashed as it was typed, before passwords were composed: it is hashed anew.
        return Judge(hash, _hasher.VerifyHashedPassword(NoUser, hash ?? decoy, password)) == PasswordVerdict.Wrong
            ? PasswordVerdict.Wrong
            : PasswordVerdict.RightButOutdated;
    }

    private static PasswordVerdict Judge(string? hash, PasswordVerificationResult result) => result switch
    {
        _ when hash is null => PasswordVerdict.Wrong,
        PasswordVerificationResult.Success => PasswordVerdict.Right,
        PasswordVerificationResult.SuccessRehashNeeded => PasswordVerdict.RightButOutdated,
        _ => PasswordVerdict.Wrong,
    };

    private async Task<T> RunAsync<T>(Func<T> hash, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(hash, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }
}
