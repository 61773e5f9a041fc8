using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace ModuleX.Infrastructure.Security.Tokens;

/// <summary>Reads a private key from a PEM file.</summary>
internal static class SigningKeyFile
{
    private const int SmallestRsa = 2048;

    /// <exception cref="InvalidDataException">The file has no key that is strong enough.</exception>
    public static SigningCredentials Read(string path)
    {
        var pem = File.ReadAllText(path);
        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
            // The public half alone is read as well; it throws here.
            rsa.SignData([], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            if (rsa.KeySize < SmallestRsa) throw new InvalidDataException($"an RSA key has {SmallestRsa} bits or more");
            return new SigningCredentials(Identified(new RsaSecurityKey(rsa), rsa.ExportSubjectPublicKeyInfo()), SecurityAlgorithms.RsaSha256);
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            rsa.Dispose();
            return ReadCurve(pem);
        }
    }

    private static SigningCredentials ReadCurve(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            key.SignData([], HashAlgorithmName.SHA256);
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            throw new InvalidDataException("the file has no private key in PEM form, RSA or on the curve P-256", exception);
        }
        if (key.ExportParameters(false).Curve.Oid.Value != ECCurve.NamedCurves.nistP256.Oid.Value)
            throw new InvalidDataException("an elliptic key is on the curve P-256");
        return new SigningCredentials(Identified(new ECDsaSecurityKey(key), key.ExportSubjectPublicKeyInfo()), SecurityAlgorithms.EcdsaSha256);
    }

    private static T Identified<T>(T key, byte[] publicKey)
        where T : SecurityKey
    {
        key.KeyId = Convert.ToHexStringLower(SHA256.HashData(publicKey))[..16];
        return key;
    }
}
