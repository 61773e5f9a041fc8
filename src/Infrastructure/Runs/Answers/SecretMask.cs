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
    /// <summary>Shorter values are no secrets, and would blot out words.</summary>
    private const int ShortestSecret = 6;

    private const int LongestText = 4096;
    private const string Masked = "***";

    private readonly List<string> _secrets;

    public SecretMask(ToolDefinition tool, CredentialValues credential)
    {
        var isPublic = tool.ConnectionFields.Where(field => !field.IsSecret).Select(field => field.Name).ToHashSet();
        var values = credential.Where(pair => !isPublic.Contains(pair.Key)).Select(pair => pair.Value).Append(AppliedCredential.BasicOf(credential) ?? "");
        // As it is, as a URL holds it, and as some JSON writers hold it. The longest first, so that no part of one is left by another.
        _secrets =
        [
            .. values.Where(value => value.Length >= ShortestSecret)
                .SelectMany(value => new[] { value, Uri.EscapeDataString(value), value.Replace("/", "\\/", StringComparison.Ordinal), JsonEncoded(value) })
                .Distinct()
                .OrderByDescending(value => value.Length),
        ];
    }

    /// <summary>The first 4 KiB of a body as text.</summary>
    public string TextOf(ReadOnlySpan<byte> body)
    {
        // A secret that begins before the cut is read to its end first, else its first part would stay.
        // Counted in bytes that so many letters may take, so that the end of what is read is never inside of a letter that is shown.
        var read = Encoding.UTF8.GetMaxByteCount(LongestText + (_secrets.Count == 0 ? 0 : _secrets[0].Length));
        return TextOf(Encoding.UTF8.GetString(body[..Math.Min(body.Length, read)]));
    }

    public string TextOf(string text)
    {
        foreach (var secret in _secrets) text = text.Replace(secret, Masked, StringComparison.OrdinalIgnoreCase);
        return ShortText.Of(text, LongestText);
    }

    private static string JsonEncoded(string value) => JsonEncodedText.Encode(value).ToString();
}
