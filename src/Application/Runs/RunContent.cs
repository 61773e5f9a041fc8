namespace ModuleX.Application.Runs;

/// <summary>The result of an execution, as a surface writes it.</summary>
public abstract record RunContent
{
    private RunContent()
    {
    }

    /// <summary>A large content's part of a bounded memory, to be disposed of once the content is written; null for a small one.</summary>
    public IDisposable? Memory { get; init; }

    /// <summary>Valid JSON as the service sent it, or the part that the manifest selects.</summary>
    /// <param name="Utf8">UTF-8 without a byte order mark.</param>
    public sealed record Json(ReadOnlyMemory<byte> Utf8) : RunContent;

    /// <summary>Text that is not JSON.</summary>
    public sealed record Text(string Value, string ContentType) : RunContent;

    /// <summary>Anything else.</summary>
    public sealed record Binary(ReadOnlyMemory<byte> Bytes, string ContentType) : RunContent;

    /// <summary>What a service answered to a raw request, whatever its status.</summary>
    /// <param name="Headers">Those that say nothing of the connection, by their lower-case names.</param>
    public sealed record Answered(int Status, IReadOnlyDictionary<string, string> Headers, RunContent Body) : RunContent;

    /// <summary>The service answered without a body.</summary>
    public sealed record None : RunContent;
}
