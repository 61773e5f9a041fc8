using System.Text;
using System.Text.Json;
using MimeKit;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Runs.Requests;

/// <summary>Writes an e-mail (RFC 5322): ASCII only, lines short, bodies as base64.</summary>
internal static class MailMessage
{
    private const int RunesInEncodedWord = 9;

    private static readonly FormatOptions Format = new() { NewLineFormat = NewLineFormat.Dos };

    private static readonly ParserOptions Addresses = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
    };

    private static readonly string[] AddressHeaders = ["To", "Cc", "Bcc", "From", "Sender", "Reply-To"];

    /// <summary>Headers of which the whole message must have one; the parameters can't bring a second.</summary>
    private static readonly string[] OwnHeaders = ["MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Date"];

    public static Problem? TryWrite(MimeTemplate mime, RequestTemplate request, ActionArguments arguments, DateTimeOffset now, out byte[] message)
    {
        message = [];
        var mail = new MimeMessage(Enumerable.Empty<Header>());
        foreach (var (header, parameter) in mime.Headers)
        {
            if (OwnHeaders.Contains(header, StringComparer.OrdinalIgnoreCase)) continue;
            if (!arguments.TryGet(parameter, out var value) || value.ValueKind == JsonValueKind.Null) continue;
            if (TryAddHeader(mail.Headers, header, WrappedOf(request, parameter, value)) is { } fault) return ParameterText.ProblemOf(parameter, fault);
        }
        mail.Date = now.ToUniversalTime();
        mail.Body = BodyOf(TextOf(arguments, mime.Text), mime.Html is null ? null : TextOf(arguments, mime.Html));
        using var written = new MemoryStream();
        mail.WriteTo(Format, written);
        message = written.ToArray();
        return null;
    }

    private static string? TryAddHeader(HeaderList headers, string name, string value)
    {
        // Before anything is parsed: what looks like a display name could hold a line of its own.
        if (value.Any(char.IsControl)) return "goes into a header of the e-mail and must not have line breaks or control characters";
        if (value.Length == 0) return null;
        if (!AddressHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            headers.Add(TextHeader(name, value));
            return null;
        }
        if (!InternetAddressList.TryParse(Addresses, value, out var addresses) || addresses.Any(address => address is not MailboxAddress))
            return "must be e-mail addresses with commas between them";
        if (!addresses.Mailboxes.All(address => MailboxAddress.EncodeAddrspec(address.Address).All(char.IsAscii)))
            return "has an e-mail address with characters that e-mail can't carry everywhere";
        // Encoded words in a name are decoded by then.
        if (addresses.Any(address => address.Name?.Any(char.IsControl) == true)) return "has a name with line breaks or control characters";
        headers.Add(new Header(Encoding.UTF8, name, addresses.ToString()));
        return null;
    }

    private static Header TextHeader(string name, string value)
    {
        // Message ids are written as text, too: MimeKit would drop what it does not take for one.
        var text = new Header(Encoding.UTF8, "X-Unstructured", value).RawValue;
        // Text that looks like an encoded word would be decoded by the reader, and blanks be lost: such text is encoded itself.
        if (value.Contains("=?", StringComparison.Ordinal) || value.Contains("  ", StringComparison.Ordinal) || value != value.Trim())
            text = Encoding.ASCII.GetBytes($" {string.Join("\r\n ", value.EnumerateRunes().Chunk(RunesInEncodedWord).Select(EncodedWord))}\r\n");
        var header = new Header(name, "");
        header.SetRawValue(text);
        return header;
    }

    private static string EncodedWord(Rune[] runes) => $"=?utf-8?b?{Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Concat(runes)))}?=";

    /// <summary>One text alone, or both as alternatives: the plain one first, because the last one that a reader understands is shown.</summary>
    private static MimeEntity BodyOf(string? plain, string? html)
    {
        if (html is null) return PartOf("plain", plain ?? "");
        return plain is null ? PartOf("html", html) : new MultipartAlternative(PartOf("plain", plain), PartOf("html", html));
    }

    private static TextPart PartOf(string subtype, string text)
    {
        var part = new TextPart(subtype) { ContentTransferEncoding = ContentEncoding.Base64 };
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    private static string WrappedOf(RequestTemplate request, string parameter, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.Array ? string.Join(", ", value.EnumerateArray().Select(ParameterText.OfOne)) : ParameterText.OfOne(value);
        return request.Parameters.FirstOrDefault(placement => placement.Parameter == parameter) is { } placement ? ParameterText.Wrap(placement, text) : text;
    }

    private static string? TextOf(ActionArguments arguments, string parameter) =>
        arguments.TryGet(parameter, out var value) && value.ValueKind != JsonValueKind.Null ? ParameterText.Of(value) : null;
}
