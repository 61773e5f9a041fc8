namespace ModuleX.Application.Runs;

/// <summary>The result of an execution, as a surface writes it. Dispose of it once it is written: large ones take a part of a bounded memory until then.</summary>
public abstract record RunContent : IDisposable
{
    private RunContent()
    {
    }

    /// <summary>The part of the memory that it takes; null for none.</summary>
    public IDisposable? Memory { get; init; }

    public void Dispose() => Memory?.Dispose();

    /// <summary>Valid JSON as the service sent it, or the part that the manifest selects.</summary>
    /// <param name="Utf8">UTF-8 without a byte order mark.</param>
    public sealed record Json(ReadOnlyMemory<byte> Utf8) : RunContent;

    /// <summary>Text that is not JSON.</summary>
    public sealed record Text(string Value, string ContentType) : RunContent;

    /// <summary>Anything else.</summary>
    public sealed record Binary(ReadOnlyMemory<byte> Bytes, string ContentType) : RunContent;

    /// <summary>The service answered without a body.</summary>
    public sealed record None : RunContent;
}
