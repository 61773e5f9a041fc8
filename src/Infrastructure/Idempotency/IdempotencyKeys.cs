using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Idempotency;
using ModuleX.Application.Pipeline;
using ModuleX.Application.Security;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers;

namespace ModuleX.Infrastructure.Idempotency;

internal sealed class IdempotencyKeys(IDbContextFactory<ModuleXDbContext> contexts, IDatabaseProvider provider, ISecretProtector protector,
    TimeProvider time) : IIdempotencyKeys
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public async Task<IdempotencyState> BeginAsync(IdempotencyKey key, string fingerprint, CancellationToken cancellationToken)
    {
        var (hash, now) = (HashOf(key), time.GetUtcNow());
        await using var db = await contexts.OpenAsync(key.Tenant, cancellationToken);
        await db.IdempotencyKeys.Where(row => row.Hash == hash && row.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        db.IdempotencyKeys.Add(new IdempotencyKeyRow { Hash = hash, TenantId = key.Tenant, Fingerprint = fingerprint, ExpiresAt = now + Kept });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new IdempotencyState.Begun();
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            // The primary key decides who of any number began.
            return await ReadAsync(db, key, hash, fingerprint, cancellationToken);
        }
    }

    public async Task CompleteAsync(IdempotencyKey key, ReadOnlyMemory<byte> answer, CancellationToken cancellationToken)
    {
        var hash = HashOf(key);
        var secret = await protector.SealAsync(key.Tenant, BindingOf(hash), answer, cancellationToken);
        var (keyId, cipher) = (secret.KeyId, secret.Cipher.ToArray());
        await using var db = await contexts.OpenAsync(key.Tenant, cancellationToken);
        await db.IdempotencyKeys.Where(row => row.Hash == hash).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.AnswerKeyId, (Guid?)keyId).SetProperty(one => one.AnswerCipher, cipher), cancellationToken);
    }

    public async Task ReleaseAsync(IdempotencyKey key, CancellationToken cancellationToken)
    {
        var hash = HashOf(key);
        await using var db = await contexts.OpenAsync(key.Tenant, cancellationToken);
        await db.IdempotencyKeys.Where(row => row.Hash == hash && row.AnswerCipher == null).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<IdempotencyState> ReadAsync(
        ModuleXDbContext db, IdempotencyKey key, string hash, string fingerprint, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        // Gone again where the one that began gave it back: a request that asks now may try once more.
        if (await db.IdempotencyKeys.SingleOrDefaultAsync(row => row.Hash == hash, cancellationToken) is not { } row) return new IdempotencyState.InFlight();
        if (row.Fingerprint != fingerprint) return new IdempotencyState.OtherRequest();
        if (row.AnswerCipher is null) return new IdempotencyState.InFlight();
        var answer = await protector.OpenAsync(key.Tenant, BindingOf(hash), new SealedSecret(row.AnswerKeyId!.Value, [.. row.AnswerCipher]), cancellationToken);
        if (answer is null) throw new UnavailableException(SecretErrors.Damaged("The answer that is kept for this Idempotency-Key"));
        return new IdempotencyState.Answered(answer);
    }

    private static string HashOf(IdempotencyKey key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString())));

    private static string BindingOf(string hash) => $"idempotency/{hash}";
}
