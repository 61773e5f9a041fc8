using ModuleX.Application.Operations;

namespace ModuleX.Infrastructure.Persistence.Startup;

/// <summary>Notes how far the start has come. The start goes through the steps in their order.</summary>
public sealed class StartSteps : IStartProgress
{
    public const string Settings = "settings";
    public const string Database = "database";
    public const string Keys = "keys";
    public const string Schema = "schema";
    public const string Administrator = "administrator";
    public const string MockServices = "mock_services";
    public const string Catalog = "catalog";

    private const string Ready = "ready";

    private static readonly string[] All = [Settings, Database, Keys, Schema, Administrator, MockServices, Catalog];

    private volatile StartProgress _current = new(StartState.Pending, 0, Settings);

    public StartProgress Current => _current;

    /// <param name="step">One of the words above.</param>
    public void Enter(string step) => _current = new(StartState.InProgress, Array.IndexOf(All, step) * 100 / All.Length, step);

    public void Complete() => _current = new(StartState.Completed, 100, Ready);

    /// <summary>The step that is under way failed.</summary>
    public void Fail() => _current = _current with { State = StartState.Failed };
}
