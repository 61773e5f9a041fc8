using System.Text;

namespace ModuleX.Api.Hosting;

/// <summary>The JSON of a request, kept beside it: once the framework has failed to read a record from it, there is nothing left to look at.</summary>
internal sealed class BodyOfRequest(byte[] utf8)
{
    /// <summary>Without the mark in front, which the framework skips.</summary>
    public ReadOnlySpan<byte> Json => utf8.AsSpan(utf8.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);
}
