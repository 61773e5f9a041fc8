using System.Security.Cryptography;
using ModuleX.Application.Identity;
using ModuleX.Application.Pipeline;
using ModuleX.Application.Security;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Infrastructure.Security.DataKeys;

/// <summary>
/// Envelope encryption with the tenants' data keys. Once a key is known, opening is one AES-GCM operation and no waiting. A key that is missing and
/// a value that was changed are told apart: a database that was restored without its key ring must not cost people their connections.
/// </summary>
internal sealed class SecretProtector(DataKeyStore keys, ISecurityLog securityLog) : ISecretProtector
{
    public async ValueTask<SealedSecret> SealAsync(TenantId tenant, string boundTo, ReadOnlyMemory<byte> plain, CancellationToken cancellationToken) =>
        (await HeldAsync(keys.CurrentAsync(tenant, cancellationToken))).Seal(boundTo, plain.Span);

    public ValueTask<byte[]?> OpenAsync(TenantId tenant, string boundTo, SealedSecret secret, CancellationToken cancellationToken)
    {
        var key = keys.FindAsync(tenant, secret.KeyId, cancellationToken);
        return key.IsCompletedSuccessfully ? new(Open(key.Result, boundTo, secret)) : new(OpenWhenReadAsync(key, boundTo, secret));
    }

    private async Task<byte[]?> OpenWhenReadAsync(ValueTask<DataKey> key, string boundTo, SealedSecret secret) => Open(await HeldAsync(key), boundTo, secret);

    private byte[]? Open(DataKey key, string boundTo, SealedSecret secret)
    {
        try
        {
            return key.Open(boundTo, secret.Cipher);
        }
        catch (CryptographicException)
        {
            securityLog.SecretDamaged(key.Tenant, boundTo);
            return null;
        }
    }

    private static async ValueTask<DataKey> HeldAsync(ValueTask<DataKey> key)
    {
        try
        {
            return await key;
        }
        catch (CryptographicException exception)
        {
            throw new UnavailableException(SecretErrors.KeyUnavailable, exception);
        }
    }
}
