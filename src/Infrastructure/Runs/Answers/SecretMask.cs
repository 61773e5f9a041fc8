using System.Text;
using System.Text.Json;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Identity;
using ModuleX.Infrastructure.Runs.Requests;

namespace ModuleX.Infrastructure.Runs.Answers;

/// <summary>Takes the credential out of what a service says: some echo the request into their error.</summary>
internal sealed class SecretMask
{
    public const string Masked = "***";

    /// <summary>Shorter values are no secrets, and would blot out words.</summary>
    private const int ShortestSecret = 6;

    private const int LongestText = 4096;

    private static readonly string[] Tokens = [CredentialValues.AccessToken, CredentialValues.RefreshToken, CredentialValues.ClientSecret];

    private readonly List<string> _secrets;

    public SecretMask(ToolDefinition tool, CredentialValues credential)
        : this(credential, name => !tool.ConnectionFields.Any(field => field.Name == name && !field.IsSecret))
    {
    }

    private SecretMask(CredentialValues credential, Func<string, bool> isSecret)
    {
        var values = credential.Where(pair => isSecret(pair.Key)).Select(pair => pair.Value).Append(AppliedCredential.BasicOf(credential) ?? "");
        // As it is, as a URL holds it, and as some JSON writers hold it. The longest first, so that no part of one is left by another.
        _secrets =
        [
            .. values.Where(value => value.Length >= ShortestSecret)
                .SelectMany(value => new[] { value, Uri.EscapeDataString(value), value.Replace("/", "\\/", StringComparison.Ordinal), JsonEncoded(value) })
                .Distinct()
                .OrderByDescending(value => value.Length),
        ];
    }

    /// <summary>For the data of a success, which must keep what is no secret: an e-mail address to log in with stands in every second answer.</summary>
    public static SecretMask OfSecrets(ToolDefinition tool, AuthScheme scheme, CredentialValues credential)
    {
        var fields = tool.ConnectionFields.AddRange(scheme.Fields);
        return new(credential, name => fields.FirstOrDefault(field => field.Name == name) is { } field
            ? field.IsSecret
            : Tokens.Contains(name) || scheme.Placements.Any(placement => placement.Template.Names.Contains(name)));
    }

    /// <summary>The text without the secrets, at its whole length; null where there are none in it.</summary>
    public string? Find(string text) => _secrets.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)) ? Covered(text) : null;

    /// <summary>The first 4 KiB of a body as text.</summary>
    public string TextOf(ReadOnlySpan<byte> body)
    {
        // A secret that begins before the cut is read to its end first, else its first part would stay.
        // Counted in bytes that so many letters may take, so that the end of what is read is never inside of a letter that is shown.
        var read = Encoding.UTF8.GetMaxByteCount(LongestText + (_secrets.Count == 0 ? 0 : _secrets[0].Length));
        return TextOf(Encoding.UTF8.GetString(body[..Math.Min(body.Length, read)]));
    }

    public string TextOf(string text) => ShortText.Of(Covered(text), LongestText);

    private string Covered(string text)
    {
        foreach (var secret in _secrets) text = text.Replace(secret, Masked, StringComparison.OrdinalIgnoreCase);
        return text;
    }

    private static string JsonEncoded(string value) => JsonEncodedText.Encode(value).ToString();
}
