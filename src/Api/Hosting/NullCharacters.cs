using System.Buffers;

namespace ModuleX.Api.Hosting;

/// <summary>
/// Refuses requests with the character U+0000 in a query or a body. PostgreSQL can't store it, so what one database takes another would answer with
/// a fault; and no text needs it. It stands here for all endpoints that read one, and for all databases; in a path and in headers the web server
/// refuses it itself.
/// </summary>
internal sealed class NullCharacters(RequestDelegate next)
{
    private const string Escaped = "%00";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<TextOfRequest>() is not { } text) return next(context);
        if (context.Request.QueryString.Value?.Contains(Escaped, StringComparison.Ordinal) == true)
            throw new InvalidRequestException(RequestErrors.NullCharacter);
        if (context.Request.ContentLength == 0 || !context.Request.HasJsonContentType()) return next(context);
        // A body that has arrived, as most have, costs no further object.
        var looked = LookAsync(context, text.KeepsBody);
        return looked.IsCompletedSuccessfully ? next(context) : ContinueAsync(looked, context);
    }

    private async Task ContinueAsync(ValueTask looked, HttpContext context)
    {
        await looked;
        await next(context);
    }

    /// <summary>Looks at the whole body and leaves it where it is.</summary>
    /// <param name="keeps">Whether it is kept beside the request, for <see cref="JsonErrors"/>.</param>
    private static async ValueTask LookAsync(HttpContext context, bool keeps)
    {
        var body = context.Request.BodyReader;
        var read = await body.ReadAsync(context.RequestAborted);
        while (!read.IsCompleted)
        {
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await body.ReadAsync(context.RequestAborted);
        }
        if (keeps) context.Features.Set(new BodyOfRequest(read.Buffer.ToArray()));
        var has = Has(read.Buffer.IsSingleSegment ? read.Buffer.FirstSpan : read.Buffer.ToArray());
        body.AdvanceTo(read.Buffer.Start);
        if (has) throw new InvalidRequestException(RequestErrors.NullCharacter);
    }

    /// <summary>A JSON text can write it in one way only; after another backslash the same letters are text.</summary>
    private static bool Has(ReadOnlySpan<byte> json)
    {
        for (var rest = json; rest.IndexOf(@"\u0000"u8) is >= 0 and var at; rest = rest[(at + 1)..])
        {
            var before = rest[..at];
            var backslashes = before.Length - before.TrimEnd((byte)'\\').Length;
            if (backslashes % 2 == 0) return true;
        }
        return false;
    }
}

/// <summary>Says of an endpoint that it reads text from the query or the body.</summary>
/// <param name="KeepsBody">Whether the framework reads the body, of which it leaves nothing behind.</param>
internal sealed record TextOfRequest(bool KeepsBody);
