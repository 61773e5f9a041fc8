using System.Buffers;

namespace ModuleX.Api.Hosting;

/// <summary>A request's body byte by byte: what was signed is these bytes, not what they mean.</summary>
internal static class RawBody
{
    /// <exception cref="BadHttpRequestException">The body is too large.</exception>
    public static async ValueTask<byte[]> ReadAsync(HttpContext context)
    {
        var body = context.Request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync(context.RequestAborted);
            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                body.AdvanceTo(read.Buffer.End);
                return bytes;
            }
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
