namespace ModuleX.Domain.Results;

/// <summary>What the pipeline needs to know of any result: whether it failed, and how to make one that did.</summary>
public interface IOutcome<out TSelf>
    where TSelf : IOutcome<TSelf>
{
    /// <summary>Null on success.</summary>
    Error? Error { get; }

    /// <summary>A failed result.</summary>
    static abstract TSelf FromError(Error error);
}
