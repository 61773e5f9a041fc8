using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Security.Tokens;

/// <summary>The keys of access tokens: the newest signs, all of them verify. From the settings, or made at the first use and stored wrapped.</summary>
internal sealed class SigningKeys(
    IDbContextFactory<ModuleXDbContext> contexts, IDataProtectionProvider protection, IOptions<TokenOptions> options, TimeProvider time)
    : IHostedService, IDisposable
{
    private const string Purpose = "ModuleX.SigningKeys";
    private const int KeyBytes = 64;

    /// <summary>How often at the most the database is asked for a key that another node may have made.</summary>
    private static readonly TimeSpan LookPause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _gate = new(1);
    private IReadOnlyList<SigningCredentials> _known = [];
    private long _readAt;

    /// <summary>Makes the first key. Not when the first token needs it: that happens inside a unit of work, which has SQLite's one write lock.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => ReadAsync(makes: true, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask<SigningCredentials> CurrentAsync(CancellationToken cancellationToken) =>
        Volatile.Read(ref _known) is [var newest, ..] ? newest : (await ReadAsync(makes: true, cancellationToken))[0];

    /// <summary>The key that a token names; null where there is none. The algorithm is the key's, whatever the token says.</summary>
    public async ValueTask<SigningCredentials?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (Of(Volatile.Read(ref _known), keyId) is { } known) return known;
        return _readAt != 0 && time.GetElapsedTime(_readAt) < LookPause ? null : Of(await ReadAsync(makes: false, cancellationToken), keyId);
    }

    public void Dispose() => _gate.Dispose();

    private static SigningCredentials? Of(IReadOnlyList<SigningCredentials> keys, string keyId) => keys.FirstOrDefault(key => key.Key.KeyId == keyId);

    private async Task<IReadOnlyList<SigningCredentials>> ReadAsync(bool makes, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var keys = FromSettings() ?? await FromDatabaseAsync(makes, cancellationToken);
            Volatile.Write(ref _known, keys);
            _readAt = time.GetTimestamp();
            return keys;
        }
        finally
        {
            _gate.Release();
        }
    }

    private List<SigningCredentials>? FromSettings()
    {
        var settings = options.Value;
        if (settings.PrivateKeyFile.Length > 0) return [SigningKeyFile.Read(settings.PrivateKeyFile)];
        if (settings.SigningKey.Length == 0) return null;
        var key = Convert.FromBase64String(settings.SigningKey);
        return [Symmetric(Convert.ToHexStringLower(SHA256.HashData(key))[..16], key)];
    }

    private async Task<List<SigningCredentials>> FromDatabaseAsync(bool makes, CancellationToken cancellationToken)
    {
        var protector = protection.CreateProtector(Purpose);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.SigningKeys.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).ToListAsync(cancellationToken);
        if (rows.Count == 0 && makes)
        {
            var now = time.GetUtcNow();
            // Two nodes may make one at once: both keys are stored, and either node finds the other's by its id.
            rows = [new SigningKeyRow { Id = Guid.CreateVersion7(now), Wrapped = protector.Protect(RandomNumberGenerator.GetBytes(KeyBytes)),
                CreatedAt = now }];
            db.SigningKeys.AddRange(rows);
            await db.SaveChangesAsync(cancellationToken);
        }
        return [.. rows.Select(row => Symmetric(row.Id.ToString("N"), protector.Unprotect(row.Wrapped)))];
    }

    private static SigningCredentials Symmetric(string id, byte[] key) => new(new SymmetricSecurityKey(key) { KeyId = id }, SecurityAlgorithms.HmacSha256);
}
