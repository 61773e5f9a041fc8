using System.Text.Json;
using System.Text.Json.Nodes;
using ModuleX.Application.Access;
using ModuleX.Application.Events;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Preferences;

/// <summary>Sets some of the caller's preferences and leaves the others; null takes one away. Invalid: too many, too long, or no object.</summary>
/// <param name="Values">An object.</param>
public sealed record SetPreferencesCommand(Caller Caller, JsonElement Values) : ICommand<JsonObject>
{
    public override string ToString() => nameof(SetPreferencesCommand);
}

internal sealed class SetPreferencesHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<SetPreferencesCommand, JsonObject>
{
    public async Task<Result<JsonObject>> Handle(SetPreferencesCommand command, CancellationToken cancellationToken)
    {
        var (caller, now) = (command.Caller, time.GetUtcNow());
        if (Check(command.Values) is { } wrong) return wrong;
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        var stored = await work.Configuration.HoldPreferencesAsync(caller.User, cancellationToken);
        var values = stored is null ? new JsonObject() : JsonNode.Parse(stored.Values)!.AsObject();
        foreach (var member in command.Values.EnumerateObject())
        {
            values.Remove(member.Name);
            if (member.Value.ValueKind != JsonValueKind.Null) values[member.Name] = JsonNode.Parse(member.Value.GetRawText());
            work.Tell(new UserEvent(caller.Tenant, caller.User) { Preference = new(member.Name, member.Value.GetRawText()) });
        }
        var text = values.ToJsonString();
        if (values.Count > UserPreferences.MaximumKeys) return Invalid("", $"There may be at most {UserPreferences.MaximumKeys} preferences");
        if (System.Text.Encoding.UTF8.GetByteCount(text) > UserPreferences.MaximumBytes)
            return Invalid("", $"All preferences together may have at most {UserPreferences.MaximumBytes} bytes");
        if (stored is null) work.Configuration.Add(new UserPreferences(caller.Tenant, caller.User, text, now));
        else stored.Replace(text, now);
        return (await work.CommitAsync(cancellationToken)).Failed(out var error, out _) ? error : values;
    }

    private static Error? Check(JsonElement sent)
    {
        if (!JsonRules.IsUnicodeObject(sent)) return Invalid("", "Preferences must be an object of Unicode text");
        foreach (var member in sent.EnumerateObject())
        {
            if (member.Name.Length is 0 or > UserPreferences.MaximumKeyLength || member.Name.Any(char.IsControl))
                return Invalid("", $"A key must have 1 to {UserPreferences.MaximumKeyLength} characters, and no control characters");
        }
        return null;
    }

    private static Error Invalid(string pointer, string message) => ValidationErrors.Invalid([new Problem(pointer, message) { Rule = ProblemRule.ValueError }]);
}
