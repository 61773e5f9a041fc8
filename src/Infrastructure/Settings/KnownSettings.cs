using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ModuleX.Infrastructure.Settings;

/// <summary>The names of all settings there are, made from the classes that sections are bound to.</summary>
internal sealed partial class KnownSettings
{
    private const string Any = "<name>";
    private const string Number = "<number>";

    /// <summary>Only the environment may hold these: keys, and the path of the file itself.</summary>
    private const string OwnVariables = "MODULEX_";

    /// <summary>What the framework itself reads; it says what it can't use.</summary>
    private static readonly string[] Open = ["Logging", "Kestrel"];

    private readonly ImmutableArray<(string[] Parts, Type Type)> _all;

    public KnownSettings(IServiceCollection services)
    {
        var sections = services.Where(service => service.ServiceType == typeof(SettingsSection))
            .Select(service => (SettingsSection)service.ImplementationInstance!);
        _all =
        [
            .. sections.SelectMany(section => NamesOf(section.Name, section.Form, section.Except)).Select(found => (found.Name.Split(':'), found.Type)),
            .. new[] { $"Logging:LogLevel:{Any}", $"Logging:{Any}:LogLevel:{Any}" }.Select(name => (name.Split(':'), typeof(LogLevel))),
        ];
    }

    /// <summary>The first parts of all names.</summary>
    public IEnumerable<string> Roots => _all.Select(known => known.Parts[0]).Concat(Open).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null for a setting there is; else a sentence, with the nearest name where there is one.</summary>
    /// <param name="isValue">False for a table or a section that says nothing.</param>
    public string? FaultOf(string name, bool isValue = true)
    {
        var parts = name.Split(':');
        if (Open.Contains(parts[0], StringComparer.OrdinalIgnoreCase) || _all.Any(known => Matches(known.Parts, parts, isWhole: isValue))) return null;
        if (VariableOfManifest().IsMatch(name) && !name.StartsWith(OwnVariables, StringComparison.Ordinal)) return null;
        if (parts[0].Equals("Cluster", StringComparison.OrdinalIgnoreCase) && !Roots.Contains(parts[0], StringComparer.OrdinalIgnoreCase))
            return $"{name} is a setting of a cluster's nodes (src/Silo), and this is no node";
        var near = NearestName.Of(name, _all.Select(known => NameLike(known.Parts, parts)).OfType<string>());
        return $"{name} is no setting. {(near is null ? "docs/settings.md has them all." : $"Did you mean {near}?")}";
    }

    /// <summary>Values that are not of their settings' types: the name, and a sentence with an example of the right form.</summary>
    public ImmutableArray<(string Name, string Fault)> WrongForms(IConfiguration settings)
    {
        var wrong = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var (name, value) in settings.AsEnumerable())
        {
            if (value is null) continue;
            var parts = name.Split(':');
            var known = _all.FirstOrDefault(known => Matches(known.Parts, parts, isWhole: true));
            if (known.Type is not null && SettingKind.FaultOf(name, value, known.Type) is { } fault) wrong.Add((name, fault));
        }
        return wrong.ToImmutable();
    }

    private static IEnumerable<(string Name, Type Type)> NamesOf(string prefix, Type form, ImmutableArray<string> except)
    {
        if (ItemOf(form, typeof(IDictionary<,>)) is { } value) return NamesOf($"{prefix}:{Any}", value, []);
        if (ItemOf(form, typeof(ICollection<>)) is { } item) return [(prefix, typeof(string)), .. NamesOf($"{prefix}:{Number}", item, [])];
        if (IsValue(form)) return [(prefix, form)];
        return form.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => !except.Contains(property.Name)
                && (property.SetMethod?.IsPublic == true || ItemOf(property.PropertyType, typeof(ICollection<>)) is not null))
            .SelectMany(property => NamesOf(JoinedTo(prefix, property), property.PropertyType, []));
    }

    private static string JoinedTo(string prefix, PropertyInfo property)
    {
        var name = property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? property.Name;
        return prefix.Length == 0 ? name : $"{prefix}:{name}";
    }

    private static bool IsValue(Type type) => type.IsValueType || type == typeof(string) || type == typeof(Uri);

    /// <summary>What a collection of this kind holds; null for another type.</summary>
    private static Type? ItemOf(Type type, Type kind) => type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type)
        ? null
        : type.GetInterfaces().Append(type).FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == kind)?.GetGenericArguments()[^1];

    private static bool Matches(string[] known, string[] parts, bool isWhole) =>
        (isWhole ? known.Length == parts.Length : known.Length >= parts.Length) && parts.Index().All(part => IsAt(known[part.Index], part.Item));

    private static bool IsAt(string known, string part) => known switch
    {
        Any => part.Length > 0,
        Number => part.Length > 0 && part.All(char.IsAsciiDigit),
        _ => known.Equals(part, StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>The known name with what the other one has where names are free; null where it is shorter.</summary>
    private static string? NameLike(string[] known, string[] parts) =>
        known.Index().All(one => one.Item is not (Any or Number) || one.Index < parts.Length)
            ? string.Join(':', known.Select((one, index) => one is Any or Number ? parts[index] : one))
            : null;

    /// <summary>A variable that a tool's manifest may name, such as GITHUB_CLIENT_ID, and OpenTelemetry's own.</summary>
    [GeneratedRegex("^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex VariableOfManifest();
}
