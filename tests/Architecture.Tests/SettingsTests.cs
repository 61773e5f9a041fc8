using System.Reflection;
using System.Text.RegularExpressions;
using ModuleX.Tests.Shared;

namespace ModuleX.Architecture.Tests;

/// <summary>The documentation has every setting, so that it can be found without reading code.</summary>
public sealed partial class SettingsTests
{
    [Fact]
    public void Every_setting_has_its_row_in_the_documentation()
    {
        var documentation = File.ReadAllText(Repository.PathOf("docs", "settings.md"));
        var settings = Bindings().SelectMany(SettingsOf).Distinct().Order().ToList();
        settings.Count.ShouldBeGreaterThan(20);

        settings.Where(setting => !documentation.Contains($"| `{setting}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>A section that is bound in another way has names that the start refuses as unknown.</summary>
    [Fact]
    public void Every_section_is_made_known_where_it_is_bound() => Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(file) != "SettingsSection.cs" && File.ReadAllText(file).Contains(".BindConfiguration(", StringComparison.Ordinal))
        .ShouldBeEmpty("use AddSettings");

    [Fact]
    public void Every_class_of_options_is_bound_to_a_section()
    {
        var bound = Bindings().Select(binding => binding.Options).ToHashSet();

        Types().Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && !(type.IsAbstract && type.IsSealed)).Except(bound)
            .Select(type => type.FullName).ShouldBeEmpty();
    }

    /// <summary>Which class is bound to which section, as the registrations say.</summary>
    private static IEnumerable<(Type Options, string Section)> Bindings()
    {
        var types = Types().ToLookup(type => type.Name);
        return Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Binding().Matches(File.ReadAllText(file)))
            .Select(match => (types[match.Groups["type"].Value].Single(), match.Groups["section"]))
            .Select(pair => (pair.Item1, pair.Item2.Value is ['"', .. var literal, '"'] ? literal : ConstantOf(pair.Item2.Value, types)));
    }

    private static string ConstantOf(string expression, ILookup<string, Type> types) =>
        (string)types[expression.Split('.')[0]].Single()
            .GetField(expression.Split('.')[1], BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)!.GetRawConstantValue()!;

    private static IEnumerable<string> SettingsOf((Type Options, string Section) binding)
    {
        var (type, prefix) = (binding.Options, binding.Section);
        // A map by name, such as Tools:<name>.
        if (type.BaseType is { IsGenericType: true } map && map.GetGenericTypeDefinition() == typeof(Dictionary<,>)) (type, prefix) = (
            map.GetGenericArguments()[1], $"{prefix}:<name>");
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            // Filled from the setting of the same name, outside any section.
            .Select(property => property.Name == "PublicUrl" ? property.Name : $"{prefix}:{property.Name}");
    }

    private static IEnumerable<Type> Types() => Code.Projects.SelectMany(project => Assembly.Load($"ModuleX.{project}").GetTypes());

    [GeneratedRegex("""AddSettings<(?<type>\w+)>\((?<section>"[^"]+"|[\w.]+)[,)]""", RegexOptions.NonBacktracking)]
    private static partial Regex Binding();
}
