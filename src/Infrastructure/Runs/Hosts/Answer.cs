using System.Net.Http.Headers;

namespace ModuleX.Infrastructure.Runs.Hosts;

/// <summary>What a service answered, read to its end.</summary>
/// <param name="Body">Decompressed; not changed any more.</param>
/// <param name="IsTruncated">The rest was not read. Answers with an error status are cut, and others where the caller asks for that.</param>
internal sealed record Answer(int Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, byte[] Body, bool IsTruncated)
{
    /// <summary>The part of <see cref="AnswerMemory"/> that the body takes; null for a small one.</summary>
    public IDisposable? Memory { get; init; }

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The header as it was sent, several values with commas; null when it is not there.</summary>
    public string? Header(string name)
    {
        if (Headers.NonValidated.TryGetValues(name, out var values) || ContentHeaders.NonValidated.TryGetValues(name, out values)) return values.ToString();
        return null;
    }
}
