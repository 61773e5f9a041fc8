using Mono.Cecil;

namespace ModuleX.Architecture.Tests;

/// <summary>The assemblies of <c>src</c> as they were built.</summary>
internal static class Code
{
    public static readonly string[] Projects = ["Domain", "Application", "Infrastructure", "Api", "Silo"];

    private static readonly ReaderParameters Reading = new() { AssemblyResolver = Resolver() };

    public static IReadOnlyDictionary<string, AssemblyDefinition> Assemblies { get; } = Projects.ToDictionary(
        project => project, project => AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, $"ModuleX.{project}.dll"), Reading));

    /// <summary>Every type that a person wrote, nested ones included.</summary>
    public static IReadOnlyList<TypeDefinition> Types { get; } =
        [.. Assemblies.Values.SelectMany(assembly => assembly.MainModule.GetTypes())
            .Where(type => type.FullName.StartsWith("ModuleX.", StringComparison.Ordinal))];

    /// <summary>What every type names, in its signatures and in its code.</summary>
    public static IReadOnlyList<Reference> References { get; } = [.. Types.SelectMany(ReferenceReader.Of).Distinct()];

    /// <summary>The namespace of the type around all the others.</summary>
    public static string NamespaceOf(TypeReference type) => type.DeclaringType is null ? type.Namespace : NamespaceOf(type.DeclaringType);

    public static bool IsIn(string ns, string parent) => ns == parent || ns.StartsWith(parent + ".", StringComparison.Ordinal);

    private static DefaultAssemblyResolver Resolver()
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        foreach (var folder in AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!.ToString()!.Split(Path.PathSeparator)
            .Select(file => Path.GetDirectoryName(file)).Distinct())
            resolver.AddSearchDirectory(folder);
        return resolver;
    }
}

/// <summary>One type names another.</summary>
/// <param name="From">The full name of the outermost type that names.</param>
/// <param name="To">The full name of what is named, without generic arguments.</param>
internal sealed record Reference(string Project, string FromNamespace, string From, string ToNamespace, string To)
{
    public override string ToString() => $"{From} -> {To}";
}
