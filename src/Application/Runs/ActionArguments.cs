using System.Text.Json;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Runs;

/// <summary>The arguments of one execution, checked against the action's schema, with its defaults behind them.</summary>
public sealed class ActionArguments
{
    private readonly JsonElement _given;
    private readonly ActionDefinition _action;

    private ActionArguments(ActionDefinition action, JsonElement given)
    {
        _action = action;
        _given = given;
    }

    /// <summary>Checks what a caller sent. Invalid with <see cref="RunErrors.ParametersInvalidCode"/>: every problem at once.</summary>
    /// <param name="given">An object, or undefined for none.</param>
    public static Result<ActionArguments> Read(string tool, ActionDefinition action, JsonElement given)
    {
        var arguments = given.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? EmptyObject : given;
        if (!JsonText.IsUnicode(arguments)) return RunErrors.ParametersInvalid(tool, action.Name, [new Problem("", "must be Unicode text throughout")]);
        var meant = StrictArguments.Undo(StrictShape.Of(action), arguments);
        var problems = action.Parameters.Validate(meant);
        if (problems.IsEmpty) return new ActionArguments(action, meant);
        // What is right as it came is not spoiled: a text may look like JSON and be meant as text.
        return action.Parameters.Validate(arguments).IsEmpty
            ? new ActionArguments(action, arguments)
            : RunErrors.ParametersInvalid(tool, action.Name, problems);
    }

    /// <summary>The argument, or the schema's default; false when there is neither.</summary>
    public bool TryGet(string name, out JsonElement value) =>
        (_given.ValueKind == JsonValueKind.Object && _given.TryGetProperty(name, out value)) || _action.Defaults.TryGetValue(name, out value);

    private static JsonElement EmptyObject { get; } = JsonElement.Parse("{}");
}
