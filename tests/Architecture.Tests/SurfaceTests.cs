using System.Text.RegularExpressions;
using ModuleX.Tests.Shared;
using Mono.Cecil;

namespace ModuleX.Architecture.Tests;

/// <summary>A surface stands alone: its folder and its one registration line can be deleted.</summary>
public sealed partial class SurfaceTests
{
    private const string Surfaces = "ModuleX.Api.Surfaces";
    private const string Shared = "ModuleX.Api.Wire";

    [Fact]
    public void No_surface_uses_another() =>
        Code.References.Where(reference => SurfaceOf(reference.FromNamespace) is { } from && SurfaceOf(reference.ToNamespace) is { } to && from != to)
            .ShouldBeEmpty();

    [Fact]
    public void Only_the_list_of_surfaces_names_them() =>
        Code.References.Where(reference => Code.IsIn(reference.ToNamespace, Surfaces) && !Code.IsIn(reference.FromNamespace, Surfaces))
            .Where(reference => reference.From != "ModuleX.Api.Hosting.SurfaceList").ShouldBeEmpty();

    [Fact]
    public void No_domain_type_but_ids_and_no_view_is_on_the_wire()
    {
        var records = WireTypes().ToList();
        records.Count.ShouldBeGreaterThan(20);
        var ids = Code.Types.Where(IsId).Select(type => type.FullName).ToList();

        var offences = Code.Types
            .Where(type => records.Contains(type.Name.Split('`')[0]) && IsOnTheWire(type))
            .SelectMany(type => type.Properties.Where(property => property.Name != "EqualityContract")
                .Select(property => (Type: type, property.Name, Text: property.PropertyType.FullName)))
            .Where(property => OwnName().Matches(property.Text).Any(match => !ids.Contains(match.Value)))
            .Select(property => $"{property.Type.FullName}.{property.Name}: {property.Text}");

        offences.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_asked_and_answered_lives_in_wire_files()
    {
        var records = WireTypes().ToHashSet();

        Code.Types.Where(type => IsOnTheWire(type)
            && (type.Name.EndsWith("Request", StringComparison.Ordinal) || type.Name.EndsWith("Response", StringComparison.Ordinal)))
            .Select(type => type.Name).Where(name => !records.Contains(name) && !name.EndsWith("OfRequest", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static string? SurfaceOf(string ns) => Code.IsIn(ns, Surfaces) && ns.Length > Surfaces.Length ? ns[(Surfaces.Length + 1)..].Split('.')[0] : null;

    private static bool IsOnTheWire(TypeDefinition type) => Code.IsIn(type.Namespace, Surfaces) || Code.IsIn(type.Namespace, Shared);

    /// <summary>An id of the domain, which the wire writes as the UUID that it holds.</summary>
    private static bool IsId(TypeDefinition type) => type.IsValueType && Code.IsIn(type.Namespace, "ModuleX.Domain")
        && type.Properties is [{ Name: "Value", PropertyType.FullName: "System.Guid" }];

    private static IEnumerable<string> WireTypes() => new[] { "Surfaces", "Wire" }.Select(folder => Repository.PathOf("src", "Api", folder))
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*Wire.cs", SearchOption.AllDirectories))
            .SelectMany(file => Declaration().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));

    [GeneratedRegex(@"ModuleX\.(?:Domain|Application)\.[\w.]+", RegexOptions.NonBacktracking)]
    private static partial Regex OwnName();

    [GeneratedRegex(@"^(?:internal|public) .*?\b(?:record struct|record|class|struct) (\w+)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();
}
