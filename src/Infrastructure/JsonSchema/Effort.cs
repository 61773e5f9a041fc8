namespace ModuleX.Infrastructure.JsonSchema;

/// <summary>
/// What one validation may cost. Alternatives that refer to each other can double the work at every level,
/// and references the depth of the stack: a schema and a value made for it must not take the process down.
/// </summary>
internal struct Effort()
{
    private const int MostSteps = 4_000_000;
    private const int MostLevels = 512;

    private int _steps = MostSteps;
    private int _levels = MostLevels;

    /// <summary>True when the answer is worth nothing, because the validation was given up.</summary>
    public readonly bool IsSpent => _steps <= 0;

    /// <summary>False when there is no more to spend; else a call of <see cref="Leave"/> has to follow.</summary>
    public bool TryEnter()
    {
        if (_levels == 0)
            _steps = 0;

        if (_steps <= 0)
            return false;

        _steps--;
        _levels--;
        return true;
    }

    public void Leave() => _levels++;
}
