namespace ModuleX.Domain.Results;

/// <summary>One thing that is wrong with an input.</summary>
/// <param name="Pointer">Where, as a JSON pointer (RFC 6901) into the input; empty for the input as a whole.</param>
/// <param name="Message">What is wrong and what would be right, without the value itself: it may be a secret.</param>
public sealed record Problem(string Pointer, string Message)
{
    public override string ToString() => $"{(Pointer.Length == 0 ? "(root)" : Pointer)}: {Message}";
}
