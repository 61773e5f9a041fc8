using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Signs what a manifest says with the person's own key (RFC 7523, section 3).</summary>
internal static class SignedAssertions
{
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>Null where the credential lacks a usable key.</summary>
    public static string? Sign(SignedAssertion assertion, AuthorizationTarget target, DateTimeOffset now)
    {
        if (target.Fields.Find(assertion.Key) is not { } pem) return null;
        using AsymmetricAlgorithm key = assertion.Algorithm == "ES256" ? ECDsa.Create() : RSA.Create();
        try
        {
            key.ImportFromPem(pem);
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            return null;
        }
        SecurityKey signer = key is RSA rsa ? new RsaSecurityKey(rsa) : new ECDsaSecurityKey((ECDsa)key);
        signer.KeyId = assertion.KeyId?.Fill(ValueOf);
        // The library would keep the key of every person for good.
        signer.CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false };
        var claims = new Dictionary<string, object> { ["jti"] = Guid.NewGuid().ToString("N") };
        foreach (var (name, template) in assertion.Claims)
        {
            if (template.Fill(ValueOf) is { } value) claims[name] = value;
        }
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            IssuedAt = now.UtcDateTime,
            Expires = (now + assertion.Lifetime).UtcDateTime,
            SigningCredentials = new SigningCredentials(signer, assertion.Algorithm),
        });

        string? ValueOf(string name) => name switch
        {
            "scope" => target.Scheme.OAuth is { } oauth ? string.Join(oauth.ScopeSeparator, oauth.Scopes) : null,
            "token_url" => (target.Scheme.OAuth?.TokenUrl ?? target.Scheme.Exchange?.Url)?.Fill(target.Fields)?.AbsoluteUri,
            _ => target.Fields.Find(name),
        };
    }
}
