namespace ModuleX.Application.Operations;

/// <summary>Knows how far the start of this server has come.</summary>
public interface IStartProgress
{
    StartProgress Current { get; }
}

/// <param name="Percent">0 to 100.</param>
/// <param name="Step">The step that is under way, or that failed.</param>
public sealed record StartProgress(StartState State, int Percent, string Step);

/// <summary>How the start of the server stands.</summary>
public enum StartState
{
    Pending,
    InProgress,
    Completed,
    Failed,
}
