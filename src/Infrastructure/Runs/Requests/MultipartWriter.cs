using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ModuleX.Infrastructure.Runs.Requests;

/// <summary>Writes the parts of a multipart body (RFC 2046, section 5.1). The boundary is random, so no content can hold it.</summary>
internal sealed class MultipartWriter
{
    private const int BoundaryRandomBytes = 16;

    private readonly ArrayBufferWriter<byte> _buffer = new();

    public string Boundary { get; } = $"modulex-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(BoundaryRandomBytes))}";

    /// <param name="headers">Whole header lines; their parts were made safe by the caller.</param>
    public void Add(IEnumerable<string> headers, ReadOnlySpan<byte> content)
    {
        Text($"--{Boundary}\r\n");
        foreach (var header in headers) Text($"{header}\r\n");
        Text("\r\n");
        _buffer.Write(content);
        Text("\r\n");
    }

    public ReadOnlyMemory<byte> Finish()
    {
        Text($"--{Boundary}--\r\n");
        return _buffer.WrittenMemory;
    }

    /// <summary>
    /// A name between quotes as browsers write it (HTML, multipart/form-data encoding algorithm): it can end neither the quotes nor the line.
    /// </summary>
    public static string Quoted(string name) => string.Concat(
        "\"",
        name.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal),
        "\"");

    private void Text(string text) => Encoding.UTF8.GetBytes(text, _buffer);
}
