using System.Globalization;
using System.Text;
using System.Text.Json;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Runs.Requests;

/// <summary>Writes an e-mail (RFC 5322, MIME of RFC 2045 to 2047): ASCII only, lines short, bodies as base64.</summary>
internal static class MailMessage
{
    private const int Base64LineLength = 76;

    private static readonly string[] AddressHeaders = ["To", "Cc", "Bcc", "From", "Sender", "Reply-To"];

    /// <summary>Headers of which the whole message must have one; the parameters can't bring a second.</summary>
    private static readonly string[] OwnHeaders = ["MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Date"];

    public static Problem? TryWrite(MimeTemplate mime, RequestTemplate request, ActionArguments arguments, DateTimeOffset now, out byte[] message)
    {
        message = [];
        var text = new StringBuilder();
        foreach (var (header, parameter) in mime.Headers)
        {
            if (OwnHeaders.Contains(header, StringComparer.OrdinalIgnoreCase)) continue;
            if (!arguments.TryGet(parameter, out var value) || value.ValueKind == JsonValueKind.Null) continue;
            if (TryWriteHeader(text, header, WrappedOf(request, parameter, value)) is { } fault) return ParameterText.ProblemOf(parameter, fault);
        }
        text.Append("Date: ").Append(now.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)).Append("\r\n");
        text.Append("MIME-Version: 1.0\r\n");
        AppendBodies(text, TextOf(arguments, mime.Text), mime.Html is null ? null : TextOf(arguments, mime.Html));
        message = Encoding.ASCII.GetBytes(text.ToString());
        return null;
    }

    private static string? TryWriteHeader(StringBuilder text, string header, string value)
    {
        // Before anything is parsed: what looks like a display name could hold a line of its own.
        if (value.Any(char.IsControl)) return "goes into a header of the e-mail and must not have line breaks or control characters";
        if (value.Length == 0) return null;
        if (!AddressHeaders.Contains(header, StringComparer.OrdinalIgnoreCase))
        {
            text.Append(MailHeader.Line(header, MailHeader.Words(value)));
            return null;
        }
        if (MailHeader.TryReadAddresses(value, out var addresses) is { } fault) return fault;
        text.Append(MailHeader.Line(header, addresses));
        return null;
    }

    /// <summary>One text alone, or both as alternatives: the plain one first, because the last one that a reader understands is shown.</summary>
    private static void AppendBodies(StringBuilder message, string? plain, string? html)
    {
        if (plain is null || html is null)
        {
            AppendBody(message, html is null ? "plain" : "html", html ?? plain ?? "");
            return;
        }
        var boundary = new MultipartWriter().Boundary;
        message.Append("Content-Type: multipart/alternative; boundary=\"").Append(boundary).Append("\"\r\n\r\n");
        message.Append("--").Append(boundary).Append("\r\n");
        AppendBody(message, "plain", plain);
        message.Append("--").Append(boundary).Append("\r\n");
        AppendBody(message, "html", html);
        message.Append("--").Append(boundary).Append("--\r\n");
    }

    private static void AppendBody(StringBuilder message, string subtype, string text)
    {
        message.Append("Content-Type: text/").Append(subtype).Append("; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        for (var at = 0; at < encoded.Length; at += Base64LineLength)
            message.Append(encoded.AsSpan(at, Math.Min(Base64LineLength, encoded.Length - at))).Append("\r\n");
    }

    private static string WrappedOf(RequestTemplate request, string parameter, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.Array ? string.Join(", ", value.EnumerateArray().Select(ParameterText.OfOne)) : ParameterText.OfOne(value);
        return request.Parameters.FirstOrDefault(placement => placement.Parameter == parameter) is { } placement ? ParameterText.Wrap(placement, text) : text;
    }

    private static string? TextOf(ActionArguments arguments, string parameter) =>
        arguments.TryGet(parameter, out var value) && value.ValueKind != JsonValueKind.Null ? ParameterText.Of(value) : null;
}
