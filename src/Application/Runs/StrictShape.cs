using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ModuleX.Domain.Catalog;

namespace ModuleX.Application.Runs;

/// <summary>
/// What strict mode can say of a schema, place by place. <see cref="StrictSchema"/> writes it for models, and <see cref="StrictArguments"/> takes back
/// what they send: both go by the same shape, so that nothing is offered that is not understood.
/// </summary>
internal abstract record StrictShape
{
    // A catalog is immutable and replaced whole, so the shape of an action holds as long as the action.
    private static readonly ConditionalWeakTable<ActionDefinition, Members> Known = [];

    private StrictShape()
    {
    }

    /// <summary>For models; null where the schema says nothing.</summary>
    public string? Description { get; init; }

    public static Members Of(ActionDefinition action) => Known.GetValue(action, static key => Of(key.Parameters.Source));

    /// <param name="root">The schema of an action's parameters: an object.</param>
    public static Members Of(JsonElement root) => new StrictShapeReader(root).Read();

    /// <summary>A text, a number, a boolean, null, or one of several of them.</summary>
    /// <param name="Schema">Where the limits stand.</param>
    public sealed record Plain(JsonElement Schema, ImmutableArray<string> Types) : StrictShape;

    /// <summary>An object whose members are all known.</summary>
    public sealed record Members(JsonElement Schema, ImmutableArray<Member> InOrder) : StrictShape
    {
        public FrozenDictionary<string, Member> ByName { get; } = InOrder.ToFrozenDictionary(member => member.Name);
    }

    public sealed record List(JsonElement Schema, StrictShape Items) : StrictShape;

    /// <summary>One of several shapes, none of which is <see cref="Text"/>.</summary>
    public sealed record Union(ImmutableArray<StrictShape> Alternatives) : StrictShape;

    /// <summary>An object or a list that strict mode can't describe: models write it as JSON text.</summary>
    /// <param name="Types">The plain types that may stand there as they are.</param>
    public sealed record Text(ImmutableArray<string> Types) : StrictShape;
}

/// <summary>One member of an object.</summary>
/// <param name="TakesNull">The schema takes null for a value; else null stands for a member that is left out.</param>
internal sealed record Member(string Name, StrictShape Shape, bool IsRequired, bool TakesNull);
