using ModuleX.Application.Ports;
using ModuleX.Domain.Sessions;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Security.DataKeys;

/// <summary>Envelope encryption with the tenants' data keys. Once a key is known, opening is one AES-GCM operation and no waiting.</summary>
internal sealed class SecretProtector(DataKeyStore keys) : ISecretProtector
{
    public async ValueTask<SealedSecret> SealAsync(TenantId tenant, string boundTo, ReadOnlyMemory<byte> plain, CancellationToken cancellationToken) =>
        (await keys.CurrentAsync(tenant, cancellationToken)).Seal(boundTo, plain.Span);

    public ValueTask<byte[]> OpenAsync(TenantId tenant, string boundTo, SealedSecret secret, CancellationToken cancellationToken)
    {
        var key = keys.FindAsync(tenant, secret.KeyId, cancellationToken);
        return key.IsCompletedSuccessfully ? new(key.Result.Open(boundTo, secret.Cipher)) : new(OpenWhenReadAsync(key, boundTo, secret));
    }

    private static async Task<byte[]> OpenWhenReadAsync(ValueTask<DataKey> key, string boundTo, SealedSecret secret) =>
        (await key).Open(boundTo, secret.Cipher);
}
