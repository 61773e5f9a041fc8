using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ModuleX.Domain.Catalog;

/// <summary>
/// The actions of a tool, in the order of its manifest. They may be made when they are first asked for: of thousands of tools most are never used.
/// Immutable, and safe for any number of threads.
/// </summary>
[CollectionBuilder(typeof(ToolActions), nameof(Of))]
public sealed class ToolActions : IReadOnlyList<ActionDefinition>
{
    private readonly Lazy<ImmutableArray<ActionDefinition>> _actions;
    private readonly Lazy<FrozenDictionary<string, ActionDefinition>> _byName;

    /// <param name="count">How many there will be.</param>
    /// <param name="make">Makes them; is called once, and must not fail.</param>
    public ToolActions(int count, Func<ImmutableArray<ActionDefinition>> make)
    {
        Count = count;
        _actions = new(make);
        _byName = new(() => _actions.Value
            .SelectMany(action => action.Aliases.Add(action.Name).Select(name => (name, action)))
            .GroupBy(pair => pair.name)
            .ToFrozenDictionary(group => group.Key, group => group.First().action));
    }

    /// <summary>Makes none of them.</summary>
    public int Count { get; }

    /// <summary>Every action by its name and by each alias.</summary>
    public FrozenDictionary<string, ActionDefinition> ByName => _byName.Value;

    public ActionDefinition this[int index] => _actions.Value[index];

    public static ToolActions Of(ReadOnlySpan<ActionDefinition> actions)
    {
        var made = ImmutableArray.Create(actions);
        return new(made.Length, () => made);
    }

    public IEnumerator<ActionDefinition> GetEnumerator() => _actions.Value.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
