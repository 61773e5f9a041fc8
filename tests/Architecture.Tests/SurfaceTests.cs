using System.Text.RegularExpressions;
using ModuleX.Tests.Shared;

namespace ModuleX.Architecture.Tests;

/// <summary>A surface stands alone: its folder and its one registration line can be deleted.</summary>
public sealed partial class SurfaceTests
{
    private const string Surfaces = "ModuleX.Api.Surfaces";

    [Fact]
    public void No_surface_uses_another() =>
        Code.References.Where(reference => SurfaceOf(reference.FromNamespace) is { } from && SurfaceOf(reference.ToNamespace) is { } to && from != to)
            .ShouldBeEmpty();

    [Fact]
    public void Only_the_list_of_surfaces_names_them() =>
        Code.References.Where(reference => Code.IsIn(reference.ToNamespace, Surfaces) && !Code.IsIn(reference.FromNamespace, Surfaces))
            .Where(reference => reference.From != "ModuleX.Api.Hosting.SurfaceList").ShouldBeEmpty();

    [Fact]
    public void No_domain_type_and_no_view_is_on_the_wire()
    {
        var contracts = Contracts().ToList();
        contracts.Count.ShouldBeGreaterThan(20);

        var offences = Code.Types
            .Where(type => contracts.Contains(type.Name.Split('`')[0]) && Code.IsIn(type.Namespace, Surfaces))
            .SelectMany(type => type.Properties.Where(property => property.Name != "EqualityContract")
                .Select(property => (Type: type, property.Name, Text: property.PropertyType.FullName)))
            .Where(property => property.Text.Contains("ModuleX.Domain.") || property.Text.Contains("ModuleX.Application."))
            .Select(property => $"{property.Type.FullName}.{property.Name}: {property.Text}");

        offences.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_asked_and_answered_lives_in_contracts()
    {
        var contracts = Contracts().ToHashSet();

        Code.Types.Where(type => Code.IsIn(type.Namespace, Surfaces)
            && (type.Name.EndsWith("Request", StringComparison.Ordinal) || type.Name.EndsWith("Response", StringComparison.Ordinal)))
            .Select(type => type.Name).Where(name => !contracts.Contains(name) && !name.EndsWith("OfRequest", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static string? SurfaceOf(string ns) => Code.IsIn(ns, Surfaces) && ns.Length > Surfaces.Length ? ns[(Surfaces.Length + 1)..].Split('.')[0] : null;

    private static IEnumerable<string> Contracts() =>
        Directory.EnumerateFiles(Repository.PathOf("src", "Api", "Surfaces"), "*Contracts.cs", SearchOption.AllDirectories)
            .SelectMany(file => Declaration().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));

    [GeneratedRegex(@"^(?:internal|public) .*?\b(?:record struct|record|class|struct) (\w+)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();
}
