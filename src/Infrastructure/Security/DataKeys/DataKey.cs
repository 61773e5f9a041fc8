using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.ObjectPool;
using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Security.DataKeys;

/// <summary>A tenant's data key, opened. Seals and opens with AES-256-GCM; safe for any number of threads.</summary>
/// <remarks>
/// A sealed value is nonce (12 bytes), tag (16) and cipher text. Its associated data is the UTF-8 of the place it belongs to and the
/// 16 bytes of the key's id, so a value that is copied to another owner, field or key does not open. A random nonce of 96 bits is good for
/// 2^32 values of a key (NIST SP 800-38D, section 8.3); rotation begins a new count.
/// </remarks>
internal sealed class DataKey
{
    public const int Length = 32;

    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeaderLength = NonceLength + TagLength;
    private const int StackLimit = 1024;

    // An AesGcm holds one native context: two threads in one instance would mix their nonces.
    private readonly ObjectPool<AesGcm> _ciphers;

    /// <param name="key">32 bytes, taken over.</param>
    public DataKey(Guid id, TenantId tenant, byte[] key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, Length);
        Id = id;
        Tenant = tenant;
        _ciphers = new DefaultObjectPoolProvider { MaximumRetained = Environment.ProcessorCount * 2 }.Create(new CipherPolicy(key));
    }

    public Guid Id { get; }

    public TenantId Tenant { get; }

    public SealedSecret Seal(string boundTo, ReadOnlySpan<byte> plain)
    {
        var value = new byte[HeaderLength + plain.Length];
        var nonce = value.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        var length = AssociatedLength(boundTo);
        var associated = length <= StackLimit ? stackalloc byte[length] : new byte[length];
        WriteAssociated(boundTo, associated);
        var cipher = _ciphers.Get();
        try
        {
            cipher.Encrypt(nonce, plain, value.AsSpan(HeaderLength), value.AsSpan(NonceLength, TagLength), associated);
        }
        finally
        {
            _ciphers.Return(cipher);
        }
        return new SealedSecret(Id, ImmutableCollectionsMarshal.AsImmutableArray(value));
    }

    /// <exception cref="CryptographicException">The value was changed, or belongs elsewhere.</exception>
    public byte[] Open(string boundTo, ImmutableArray<byte> value)
    {
        if (value.IsDefault || value.Length < HeaderLength) throw new CryptographicException("The sealed value is too short.");
        var length = AssociatedLength(boundTo);
        var associated = length <= StackLimit ? stackalloc byte[length] : new byte[length];
        WriteAssociated(boundTo, associated);
        var bytes = value.AsSpan();
        var plain = new byte[bytes.Length - HeaderLength];
        var cipher = _ciphers.Get();
        try
        {
            cipher.Decrypt(bytes[..NonceLength], bytes[HeaderLength..], bytes.Slice(NonceLength, TagLength), plain, associated);
        }
        finally
        {
            _ciphers.Return(cipher);
        }
        return plain;
    }

    public override string ToString() => $"data key {Id}";

    private static int AssociatedLength(string boundTo) => Encoding.UTF8.GetByteCount(boundTo) + 16;

    private void WriteAssociated(string boundTo, Span<byte> target) =>
        Id.TryWriteBytes(target[Encoding.UTF8.GetBytes(boundTo, target)..], bigEndian: true, out _);

    private sealed class CipherPolicy(byte[] key) : IPooledObjectPolicy<AesGcm>
    {
        public AesGcm Create() => new(key, TagLength);

        public bool Return(AesGcm obj) => true;
    }
}
