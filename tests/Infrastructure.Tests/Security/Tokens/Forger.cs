using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using ModuleX.Domain.Identity;

namespace ModuleX.Infrastructure.Tests.Security.Tokens;

/// <summary>Makes tokens by hand, in every way that the library would refuse to.</summary>
/// <param name="key">The server's HS256 key, for forgeries that have to get past the signature.</param>
internal sealed class Forger(byte[] key)
{
    /// <summary>What the server calls its key from the settings.</summary>
    public string KeyId { get; } = Convert.ToHexStringLower(SHA256.HashData(key))[..16];

    public static Dictionary<string, object?> ClaimsOf(LoginSession session, DateTimeOffset now) => new()
    {
        ["iss"] = "modulex",
        ["aud"] = "modulex",
        ["sub"] = session.UserId.ToString(),
        ["sid"] = session.Id.ToString(),
        ["tid"] = session.TenantId.ToString(),
        ["iat"] = now.ToUnixTimeSeconds(),
        ["nbf"] = now.ToUnixTimeSeconds(),
        ["exp"] = now.AddMinutes(30).ToUnixTimeSeconds(),
    };

    public Dictionary<string, object?> Header(string algorithm = "HS256") => new() { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = KeyId };

    /// <summary>Signed with the right key by HMAC-SHA-256, whatever it says.</summary>
    public string Sign(object header, object payload) => SignText(JsonSerializer.Serialize(header), JsonSerializer.Serialize(payload));

    public string SignText(string header, string payload) => With(header, payload, signed => HMACSHA256.HashData(key, signed));

    public string Sign512(object header, object payload) =>
        With(JsonSerializer.Serialize(header), JsonSerializer.Serialize(payload), signed => HMACSHA512.HashData(key, signed));

    public static string With(string header, string payload, Func<byte[], byte[]> sign)
    {
        var text = $"{Encode(header)}.{Encode(payload)}";
        return $"{text}.{WebEncoders.Base64UrlEncode(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    public static string Encode(string text) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(text));
}
