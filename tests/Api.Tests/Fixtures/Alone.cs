namespace ModuleX.Api.Tests.Fixtures;

/// <summary>Tests that promise times or start many processes; they run one after the other when all others are done.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
