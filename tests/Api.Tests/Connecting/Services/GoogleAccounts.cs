using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ModuleX.Api.Tests.Connecting.Services;

/// <summary>Takes an assertion that a service account has signed, for one hour and its own address alone.</summary>
internal sealed class GoogleAccounts() : PlayedService("google")
{
    private readonly RSA _key = RSA.Create(2048);

    public string PrivateKey => _key.ExportPkcs8PrivateKeyPem();

    public JsonWebToken? LastAssertion { get; private set; }

    protected override (int Status, string Body) Answer(string call, RecordedRequest request) => call switch
    {
        "POST oauth2.googleapis.com/token" => Token(Sent(request)),
        "GET www.googleapis.com/drive/v3/about" when Knows(request) => (200, """{"user":{"displayName":"robot"}}"""),
        _ => (401, """{"error":{"code":401,"status":"UNAUTHENTICATED"}}"""),
    };

    private (int Status, string Body) Token(IReadOnlyDictionary<string, string> sent)
    {
        if (sent["grant_type"] != "urn:ietf:params:oauth:grant-type:jwt-bearer") return (400, """{"error":"unsupported_grant_type"}""");
        var result = new JsonWebTokenHandler().ValidateTokenAsync(sent["assertion"], new TokenValidationParameters
        {
            ValidIssuer = "robot@acme.example", ValidAudience = $"http://{AddressOf("oauth2.googleapis.com")}/token",
            IssuerSigningKey = new RsaSecurityKey(_key),
            ValidAlgorithms = ["RS256"],
            // The test moves ModuleX's clock, not the machine's.
            ValidateLifetime = false,
        }).GetAwaiter().GetResult();
        LastAssertion = result.SecurityToken as JsonWebToken;
        var isHour = LastAssertion is { } token && token.ValidTo - token.IssuedAt == TimeSpan.FromHours(1);
        return result.IsValid && isHour
            ? (200, JsonSerializer.Serialize(new { access_token = Issue(), expires_in = 3599, token_type = "Bearer" }))
            : (400, """{"error":"invalid_grant","error_description":"Invalid JWT Signature."}""");
    }
}
