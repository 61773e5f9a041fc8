using System.Collections.Immutable;
using System.Security.Cryptography;
using ModuleX.Domain.Catalog;

namespace ModuleX.Application.ToolSessions;

/// <summary>Private keys as people paste them.</summary>
internal static class PrivateKeyText
{
    /// <summary>Shorter ones can be broken, and the library that signs refuses them.</summary>
    private const int MinimumRsaBits = 2048;

    /// <summary>
    /// The key with real line breaks: key files are JSON, and who copies a value out of one copies <c>\n</c>. Null where it is no private key that can sign.
    /// </summary>
    public static string? Of(string pasted)
    {
        var pem = pasted.Replace("\\n", "\n", StringComparison.Ordinal).ReplaceLineEndings("\n").Trim();
        return TryImport(() => RSA.Create(), pem) || TryImport(() => ECDsa.Create(), pem) ? pem : null;
    }

    /// <summary>True where the value of this name may have line breaks.</summary>
    public static bool IsIn(ImmutableArray<CredentialField> fields, string name) =>
        fields.Any(field => field.IsPrivateKey && (field.Name == name || field.Aliases.Contains(name)));

    private static bool TryImport(Func<AsymmetricAlgorithm> create, string pem)
    {
        using var key = create();
        try
        {
            key.ImportFromPem(pem);
            // A public key can be read, too; exporting tells.
            return key switch
            {
                RSA { KeySize: >= MinimumRsaBits } rsa => rsa.ExportRSAPrivateKey().Length > 0,
                ECDsa { KeySize: 256 } curve => curve.ExportECPrivateKey().Length > 0,
                _ => false,
            };
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            return false;
        }
    }
}
