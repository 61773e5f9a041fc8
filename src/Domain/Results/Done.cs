namespace ModuleX.Domain.Results;

/// <summary>The value of something that was done and has nothing else to say.</summary>
public readonly record struct Done
{
    /// <summary>Success without a value.</summary>
    public static Result<Done> Result => default(Done);

    /// <summary>The same, as a finished task.</summary>
    public static Task<Result<Done>> Task { get; } = System.Threading.Tasks.Task.FromResult(Result);
}
