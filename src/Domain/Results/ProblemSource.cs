namespace ModuleX.Domain.Results;

/// <summary>The part of a request that a <see cref="Problem"/> is in.</summary>
public enum ProblemSource
{
    /// <summary>The body, and whatever has no other place.</summary>
    Body,

    /// <summary>The parameters behind the question mark.</summary>
    Query,

    /// <summary>The segments of the path.</summary>
    Path,
}
