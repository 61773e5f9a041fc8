using System.Security.Cryptography;
using System.Text;

namespace ModuleX.Infrastructure.Security.MasterKeys;

/// <summary>The key that the Data Protection key ring is encrypted with: AES-256-GCM, under a key derived from the 32 bytes that the operator keeps.</summary>
internal sealed class MasterKey
{
    public const int Length = 32;

    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] _cipherKey;
    private readonly byte[] _associated;

    /// <param name="key">32 random bytes.</param>
    public MasterKey(ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, Length);
        Id = Convert.ToHexStringLower(Derive(key, "id", 8));
        CheckValue = Derive(key, "check", 32);
        _cipherKey = Derive(key, "key ring", 32);
        _associated = Encoding.ASCII.GetBytes(Id);
    }

    /// <summary>16 hex digits that name the key and tell nothing about it.</summary>
    public string Id { get; }

    /// <summary>32 bytes that only who has the key can derive; the database keeps them, so that a wrong key is noticed before it does harm.</summary>
    public byte[] CheckValue { get; }

    /// <summary>Nonce, tag and cipher text.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> plain)
    {
        var value = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(value.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(_cipherKey, TagLength);
        cipher.Encrypt(value.AsSpan(0, NonceLength), plain, value.AsSpan(NonceLength + TagLength), value.AsSpan(NonceLength, TagLength), _associated);
        return value;
    }

    /// <exception cref="CryptographicException">The value was changed, or made with another key.</exception>
    public byte[] Decrypt(ReadOnlySpan<byte> value)
    {
        if (value.Length < NonceLength + TagLength) throw new CryptographicException("The encrypted value is too short.");
        var plain = new byte[value.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(_cipherKey, TagLength);
        cipher.Decrypt(value[..NonceLength], value[(NonceLength + TagLength)..], value.Slice(NonceLength, TagLength), plain, _associated);
        return plain;
    }

    public override string ToString() => $"master key {Id}";

    /// <summary>HKDF (RFC 5869): one key for each use, so that what is published of one tells nothing about another.</summary>
    private static byte[] Derive(ReadOnlySpan<byte> key, string use, int length)
    {
        var derived = new byte[length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, derived, salt: [], Encoding.ASCII.GetBytes($"ModuleX master key: {use}"));
        return derived;
    }
}
