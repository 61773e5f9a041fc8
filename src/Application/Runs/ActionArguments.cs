using System.Buffers;
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
        if (arguments.ValueKind == JsonValueKind.Object && NeedsRewrite(action, arguments)) arguments = Rewrite(action, arguments);
        var problems = action.Parameters.Validate(arguments);
        return problems.IsEmpty ? new ActionArguments(action, arguments) : RunErrors.ParametersInvalid(tool, action.Name, problems);
    }

    /// <summary>The argument, or the schema's default; false when there is neither.</summary>
    public bool TryGet(string name, out JsonElement value) =>
        (_given.ValueKind == JsonValueKind.Object && _given.TryGetProperty(name, out value)) || _action.Defaults.TryGetValue(name, out value);

    private static JsonElement EmptyObject { get; } = JsonElement.Parse("{}");

    /// <summary>
    /// Models in strict mode send every parameter: null for what they leave out, and JSON text where a free-form object is asked for,
    /// which strict mode can't describe (see <see cref="StrictSchema"/>). Both are undone before the check.
    /// </summary>
    private static bool NeedsRewrite(ActionDefinition action, JsonElement given)
    {
        foreach (var property in given.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null && !action.RequiredParameters.Contains(property.Name)) return true;
            if (property.Value.ValueKind == JsonValueKind.String && IsFreeForm(action, property.Name)) return true;
        }
        return false;
    }

    private static JsonElement Rewrite(ActionDefinition action, JsonElement given)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var property in given.EnumerateObject())
            {
                if (property.Value.ValueKind == JsonValueKind.Null && !action.RequiredParameters.Contains(property.Name) && !AllowsNull(action, property.Name)) continue;
                writer.WritePropertyName(property.Name);
                if (property.Value.ValueKind == JsonValueKind.String && IsFreeForm(action, property.Name) && ParseObject(property.Value.GetString()!) is { } parsed) parsed.WriteTo(writer);
                else property.Value.WriteTo(writer);
            }
            writer.WriteEndObject();
        }
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static bool IsFreeForm(ActionDefinition action, string name) =>
        action.ParameterSchemas.TryGetValue(name, out var schema) && StrictSchema.IsFreeForm(schema);

    private static bool AllowsNull(ActionDefinition action, string name) =>
        action.ParameterSchemas.TryGetValue(name, out var schema) && schema.TryGetProperty("type", out var type)
        && type.ValueKind == JsonValueKind.Array && type.EnumerateArray().Any(one => one.ValueEquals("null"));

    private static JsonElement? ParseObject(string text)
    {
        try
        {
            return JsonElement.Parse(text) is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } parsed ? parsed : null;
        }
        catch (JsonException)
        {
            return null; // It stays text, and the schema says what is wrong with that.
        }
    }
}
