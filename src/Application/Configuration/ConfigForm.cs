using System.Collections.Immutable;
using System.Text.Json;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Configuration;

/// <summary>
/// Reads a configuration as callers send it, whole or in part. Unknown members are refused: a misspelt one would otherwise seem to be set.
/// </summary>
internal sealed class ConfigForm
{
    private const int MaximumModules = 1000;
    private const string Root = "config";

    private readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();
    private readonly bool _isWhole;
    private readonly ToolCatalog _all;

    private ConfigForm(bool isWhole, ToolCatalog all) => (_isWhole, _all) = (isWhole, all);

    /// <summary>A part of a configuration. Invalid, with a problem each, in the order of document 5.</summary>
    public static Result<ConfigChange> ReadPart(JsonElement sent, ToolCatalog all) => new ConfigForm(isWhole: false, all).Read(sent);

    /// <summary>A configuration that leaves nothing out. Invalid, with a problem each.</summary>
    public static Result<SystemConfig> ReadWhole(JsonElement sent, ToolCatalog all) =>
        new ConfigForm(isWhole: true, all).Read(sent).Failed(out var error, out var change) ? error : change.ToWhole()!;

    private Result<ConfigChange> Read(JsonElement sent)
    {
        if (!JsonRules.IsUnicodeObject(sent))
            return ValidationErrors.Invalid(
                [new Problem(Problem.PointerTo(Root), $"{Root} must be an object of Unicode text") { Rule = ProblemRule.ObjectType }]);
        var (general, security, modules) = Members(sent, [Root], "general", "security", "modules") is var parts ? (parts[0], parts[1], parts[2]) : default;
        var change = new ConfigChange();
        if (general is { } one) change = ReadGeneral(change, one);
        if (security is { } two) change = ReadSecurity(change, two);
        if (modules is { } three) change = ReadModules(change, three);
        return _problems.Count == 0 ? change : ValidationErrors.Invalid(_problems.ToImmutable());
    }

    private ConfigChange ReadGeneral(ConfigChange change, JsonElement general)
    {
        ImmutableArray<string> at = [Root, "general"];
        var members = Members(general, at, "site_name", "timezone", "locale");
        return change with
        {
            SiteName = Text(members[0], at.Add("site_name"),
                text => text.Trim().Length > 0 && text.Length <= SystemConfig.MaximumSiteNameLength && !text.Any(char.IsControl),
                $"must have 1 to {SystemConfig.MaximumSiteNameLength} characters, and no control characters"),
            Timezone = Text(members[1], at.Add("timezone"), KnownTimezones.Has, "must be an IANA time zone, such as Europe/Berlin"),
            Locale = Text(members[2], at.Add("locale"), KnownLocales.Has, "must be a BCP 47 language tag, such as en-US"),
        };
    }

    private ConfigChange ReadSecurity(ConfigChange change, JsonElement security)
    {
        ImmutableArray<string> at = [Root, "security"];
        var members = Members(security, at, "password_policy", "session_timeout");
        if (members[0] is { } sent)
        {
            var policy = Members(sent, at.Add("password_policy"), "min_length", "require_special");
            var minLength = Number(policy[0], at.Add("password_policy").Add("min_length"), 8, PasswordPolicy.MaximumLength);
            change = change with { MinLength = (int?)minLength, RequireSpecial = Flag(policy[1], at.Add("password_policy").Add("require_special")) };
        }
        var seconds = Number(
            members[1], at.Add("session_timeout"), (long)SystemConfig.ShortestTimeout.TotalSeconds, (long)SystemConfig.LongestTimeout.TotalSeconds);
        return change with { SessionTimeout = seconds is { } timeout ? TimeSpan.FromSeconds(timeout) : null };
    }

    private ConfigChange ReadModules(ConfigChange change, JsonElement modules)
    {
        ImmutableArray<string> at = [Root, "modules"];
        var members = Members(modules, at, "enabled", "disabled");
        var (enabled, disabled) = (Names(members[0], at.Add("enabled")), Names(members[1], at.Add("disabled")));
        foreach (var name in (enabled ?? []).Intersect(disabled ?? []))
            Refuse(at.Add("disabled"), $"names {name}, which is in enabled, too", ProblemRule.ValueError);
        return change with { EnabledModules = enabled, DisabledModules = disabled };
    }

    /// <summary>The values of the members in the order of their names; null for what is not there, or can't be used.</summary>
    private JsonElement?[] Members(JsonElement sent, ImmutableArray<string> at, params ReadOnlySpan<string> names)
    {
        var values = new JsonElement?[names.Length];
        if (sent.ValueKind != JsonValueKind.Object)
        {
            Refuse(at, "must be an object", ProblemRule.ObjectType);
            return values;
        }
        foreach (var member in sent.EnumerateObject())
        {
            var index = names.IndexOf(member.Name);
            if (index >= 0) values[index] = member.Value;
            else Refuse(at.Add(Shortened(member.Name)), "is unknown", ProblemRule.ValueError);
        }
        for (var index = 0; index < names.Length && _isWhole; index++)
        {
            if (values[index] is null) Refuse(at.Add(names[index]), "is required", ProblemRule.Missing);
        }
        return values;
    }

    private string? Text(JsonElement? sent, ImmutableArray<string> at, Func<string, bool> isRight, string rule)
    {
        if (sent is not { } value) return null;
        if (value.ValueKind != JsonValueKind.String) return Refuse<string>(at, "must be text", ProblemRule.StringType);
        var text = value.GetString()!;
        return isRight(text) ? text : Refuse<string>(at, rule, ProblemRule.ValueError);
    }

    private long? Number(JsonElement? sent, ImmutableArray<string> at, long minimum, long maximum)
    {
        if (sent is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= minimum && number <= maximum) return number;
        Refuse(at, $"must be a whole number from {minimum} to {maximum}", ProblemRule.IntParsing);
        return null;
    }

    private bool? Flag(JsonElement? sent, ImmutableArray<string> at)
    {
        if (sent is not { } value) return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Refuse(at, "must be true or false", ProblemRule.BoolParsing);
        return null;
    }

    private ImmutableArray<string>? Names(JsonElement? sent, ImmutableArray<string> at)
    {
        if (sent is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > MaximumModules
            || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            Refuse(at, $"must be a list of at most {MaximumModules} names of modules", ProblemRule.ListType);
            return null;
        }
        var names = value.EnumerateArray().Select(item => item.GetString()!).ToImmutableArray();
        foreach (var name in names.Distinct().Where(name => _all.FindTool(name).Error is not null))
            Refuse(at, $"names {Shortened(name)}, which is no module", ProblemRule.ValueError);
        if (names.Distinct().Count() < names.Length) Refuse(at, "names a module twice", ProblemRule.ValueError);
        return [.. names.Distinct().Order(StringComparer.Ordinal)];
    }

    private T? Refuse<T>(ImmutableArray<string> at, string message, string rule)
        where T : class
    {
        Refuse(at, message, rule);
        return null;
    }

    private void Refuse(ImmutableArray<string> at, string message, string rule) =>
        _problems.Add(new Problem(Problem.PointerTo(at), $"{string.Join('.', at.Skip(1).DefaultIfEmpty(Root))} {message}") { Rule = rule });

    private static string Shortened(string name) => name.Length <= 100 ? name : $"{name[..100]}...";
}
