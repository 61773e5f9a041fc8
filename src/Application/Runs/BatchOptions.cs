namespace ModuleX.Application.Runs;

/// <summary>How batches are executed: the section <c>Batches</c> of the settings.</summary>
public sealed class BatchOptions
{
    public const string Section = "Batches";

    /// <summary>How many runs of one batch are under way at once.</summary>
    public int Parallelism { get; set; } = 8;
}
