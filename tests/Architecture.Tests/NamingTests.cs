using ModuleX.Application.Messaging;
using ModuleX.Tests.Shared;
using Mono.Cecil;

namespace ModuleX.Architecture.Tests;

/// <summary>Suffixes mean something, and files are where their names say.</summary>
public sealed class NamingTests
{
    private const int MaximumLines = 300;
    private const int MaximumWidth = 160;

    [Fact]
    public void Handlers_are_internal_and_sealed()
    {
        var handlers = Implementing(typeof(ICommandHandler<,>).Name, typeof(IQueryHandler<,>).Name).ToList();
        handlers.Count.ShouldBeGreaterThan(10);

        handlers.Where(type => type.IsPublic || !type.IsSealed).Select(type => type.FullName).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Command", "ICommand`1")]
    [InlineData("Query", "IQuery`1")]
    [InlineData("Handler", "ICommandHandler`2", "IQueryHandler`2")]
    public void Suffix_and_interface_go_together(string suffix, params string[] interfaces)
    {
        var implementing = Implementing(interfaces).ToList();

        implementing.Where(type => !type.Name.EndsWith(suffix, StringComparison.Ordinal)).Select(type => type.FullName).ShouldBeEmpty();
        ApplicationTypes().Where(type => type.Name.EndsWith(suffix, StringComparison.Ordinal) && !type.IsInterface).Except(implementing)
            .Select(type => type.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Validators_validate() => ApplicationTypes()
        .Where(type => type.Name.EndsWith("Validator", StringComparison.Ordinal) != (type.BaseType?.Name == "AbstractValidator`1"))
        .Select(type => type.FullName).ShouldBeEmpty();

    [Fact]
    public void Views_are_sealed_records_of_the_application() => Code.Types
        .Where(type => type.Name.EndsWith("View", StringComparison.Ordinal))
        .Where(type => !Code.IsIn(type.Namespace, "ModuleX.Application") || !type.IsSealed || type.Methods.All(method => method.Name != "<Clone>$"))
        .Select(type => type.FullName).ShouldBeEmpty();

    [Fact]
    public void Errors_are_static_facts() => Code.Types
        .Where(type => type.Name.EndsWith("Errors", StringComparison.Ordinal) && !(type.IsAbstract && type.IsSealed))
        .Select(type => type.FullName).ShouldBeEmpty();

    [Fact]
    public void Vague_names_are_not_used() => Code.Types
        .Where(type => new[] { "Helper", "Manager", "Utils", "Util", "Base", "Common" }.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)))
        .Select(type => type.FullName).ShouldBeEmpty();

    [Fact]
    public void Files_have_300_lines_at_most() => SourceFiles()
        .Select(file => (File: file, Lines: File.ReadLines(Repository.PathOf("src", file)).Count()))
        .Where(file => file.Lines > MaximumLines).Select(file => $"{file.File}: {file.Lines}").ShouldBeEmpty();

    [Fact]
    public void Lines_have_160_characters_at_most() => SourceFiles()
        .SelectMany(file => File.ReadLines(Repository.PathOf("src", file)).Select((line, index) => (Place: $"{file}:{index + 1}", line.Length)))
        .Where(line => line.Length > MaximumWidth).Select(line => line.Place).ShouldBeEmpty();

    [Fact]
    public void Namespaces_equal_folders() => SourceFiles()
        .Select(file => (File: file, Expected: "namespace ModuleX." + Path.GetDirectoryName(file)!.Replace(Path.DirectorySeparatorChar, '.') + ";"))
        .Where(file => File.ReadLines(Repository.PathOf("src", file.File))
            .FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal)) is { } line && line != file.Expected)
        .Select(file => file.File).ShouldBeEmpty();

    private static IEnumerable<TypeDefinition> ApplicationTypes() => Code.Types.Where(type => type.Module.Assembly.Name.Name == "ModuleX.Application");

    private static IEnumerable<TypeDefinition> Implementing(params string[] interfaces) =>
        ApplicationTypes().Where(type => !type.IsInterface && type.Interfaces.Any(one => interfaces.Contains(one.InterfaceType.Name)));

    /// <summary>Relative to <c>src</c>; what tools made is left out.</summary>
    private static IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.PathOf("src"), file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "Migrations"));
}
