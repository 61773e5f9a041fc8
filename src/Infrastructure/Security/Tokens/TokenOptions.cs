namespace ModuleX.Infrastructure.Security.Tokens;

/// <summary>How access tokens are signed: the section <c>Tokens</c> of the settings.</summary>
public sealed class TokenOptions
{
    public const string Section = "Tokens";

    /// <summary>The <c>iss</c> of tokens.</summary>
    public string Issuer { get; set; } = "modulex";

    /// <summary>The <c>aud</c> of tokens.</summary>
    public string Audience { get; set; } = "modulex";

    /// <summary>32 bytes or more in base64, for HS256; empty for a key that the server makes and keeps in its database.</summary>
    public string SigningKey { get; set; } = "";

    /// <summary>
    /// A PEM file with a private key, RSA of 2048 bits or more (RS256) or on the curve P-256 (ES256), for those who check tokens elsewhere; empty
    /// for none.
    /// </summary>
    public string PrivateKeyFile { get; set; } = "";
}
