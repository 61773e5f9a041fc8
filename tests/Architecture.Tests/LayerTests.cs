using ModuleX.Tests.Shared;

namespace ModuleX.Architecture.Tests;

/// <summary>References go one way, and what may be exchanged is named in one place.</summary>
public sealed class LayerTests
{
    [Fact]
    public void Every_project_under_src_is_looked_at() =>
        Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name != "Silo").Order().ShouldBe(Code.Projects.Order());

    [Fact]
    public void Domain_uses_the_base_class_library_only() => AssembliesOf("Domain").Where(name => !name.StartsWith("System", StringComparison.Ordinal)).ShouldBeEmpty();

    [Theory]
    [InlineData("Domain", new string[0])]
    [InlineData("Application", new[] { "Domain" })]
    [InlineData("Infrastructure", new[] { "Domain", "Application" })]
    [InlineData("Api", new[] { "Domain", "Application", "Infrastructure" })]
    public void References_between_layers_go_inwards(string project, string[] allowed) =>
        AssembliesOf(project).Where(name => name.StartsWith("ModuleX.", StringComparison.Ordinal)).Except(allowed.Select(name => $"ModuleX.{name}")).ShouldBeEmpty();

    [Fact]
    public void MediatR_is_named_in_messaging_only() =>
        Code.References.Where(reference => Code.IsIn(reference.ToNamespace, "MediatR") && !Code.IsIn(reference.FromNamespace, "ModuleX.Application.Messaging")).ShouldBeEmpty();

    [Fact]
    public void Messaging_is_seen_naming_MediatR() => Code.References.ShouldContain(reference => reference.ToNamespace == "MediatR");

    [Fact]
    public void Only_the_silo_and_its_tests_depend_on_Orleans()
    {
        var projects = new[] { "src", "tests" }.SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories))
            .Where(file => File.ReadAllText(file) is var text && (text.Contains("Microsoft.Orleans", StringComparison.Ordinal) || text.Contains("Silo.csproj", StringComparison.Ordinal)))
            .Select(file => Path.GetFileNameWithoutExtension(file));

        projects.ShouldBe(["Silo", "Silo.Tests"], ignoreOrder: true);
    }

    [Fact]
    public void The_filter_without_the_silo_has_every_other_project()
    {
        var all = Projects(Repository.PathOf("ModuleX.sln"));

        Projects(Repository.PathOf("build", "ModuleX.Embedded.slnf")).ShouldBe(all.Where(project => !project.StartsWith("Silo", StringComparison.Ordinal)), ignoreOrder: true);
    }

    [Fact]
    public void Orleans_is_named_nowhere_but_in_the_silo() => Code.References.Where(reference => Code.IsIn(reference.ToNamespace, "Orleans")).ShouldBeEmpty();

    [Theory]
    [InlineData("InProcessToolSessions")]
    [InlineData("SessionCache")]
    [InlineData("HostedSession")]
    public void Only_the_adapter_knows_how_sessions_are_hosted(string type)
    {
        var hosting = $"ModuleX.Infrastructure.Sessions.{type}";

        Code.Types.ShouldContain(one => one.FullName == hosting);
        Code.References.Where(reference => reference.To.Split('/')[0] == hosting && reference.FromNamespace != "ModuleX.Infrastructure.Sessions").ShouldBeEmpty();
    }

    [Fact]
    public void Of_the_schema_engine_only_the_compiled_schema_is_known_outside()
    {
        const string engine = "ModuleX.Infrastructure.JsonSchema";
        var uses = Code.References.Where(reference => Code.IsIn(reference.ToNamespace, engine) && !Code.IsIn(reference.FromNamespace, engine)).ToList();

        uses.ShouldNotBeEmpty();
        uses.Where(reference => reference.To.Split('/')[0] != $"{engine}.CompiledSchema").ShouldBeEmpty();
    }

    private static List<string> Projects(string file) =>
        [.. File.ReadAllText(file).Split('"').Where(part => part.EndsWith(".csproj", StringComparison.Ordinal)).Select(part => part.Split('\\')[^1])];

    private static IEnumerable<string> AssembliesOf(string project) => Code.Assemblies[project].MainModule.AssemblyReferences.Select(reference => reference.Name);
}
