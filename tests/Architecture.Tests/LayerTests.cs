using ModuleX.Tests.Shared;

namespace ModuleX.Architecture.Tests;

/// <summary>References go one way, and what may be exchanged is named in one place.</summary>
public sealed class LayerTests
{
    [Fact]
    public void Every_project_under_src_is_looked_at() =>
        Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file)).Order().ShouldBe(Code.Projects.Order());

    [Fact]
    public void Domain_uses_the_base_class_library_only() =>
        AssembliesOf("Domain").Where(name => !name.StartsWith("System", StringComparison.Ordinal)).ShouldBeEmpty();

    [Theory]
    [InlineData("Domain", new string[0])]
    [InlineData("Application", new[] { "Domain" })]
    [InlineData("Infrastructure", new[] { "Domain", "Application" })]
    [InlineData("Api", new[] { "Domain", "Application", "Infrastructure" })]
    [InlineData("Silo", new[] { "Domain", "Application", "Infrastructure", "Api" })]
    public void References_between_layers_go_inwards(string project, string[] allowed) =>
        AssembliesOf(project).Where(name => name.StartsWith("ModuleX.", StringComparison.Ordinal)).Except(allowed.Select(name => $"ModuleX.{name}"))
            .ShouldBeEmpty();

    [Fact]
    public void MediatR_is_named_in_messaging_only() =>
        Code.References.Where(reference => Code.IsIn(reference.ToNamespace, "MediatR")
            && !Code.IsIn(reference.FromNamespace, "ModuleX.Application.Messaging")).ShouldBeEmpty();

    [Fact]
    public void Messaging_is_seen_naming_MediatR() => Code.References.ShouldContain(reference => reference.ToNamespace == "MediatR");

    [Fact]
    public void Orleans_is_named_nowhere_but_in_the_silo() => 
        Code.References.Where(reference => Code.IsIn(reference.ToNamespace, "Orleans") && reference.Project != "Silo").ShouldBeEmpty();

    [Fact]
    public void The_silo_is_seen_naming_Orleans() =>
        Code.References.ShouldContain(reference => reference.ToNamespace == "Orleans" && reference.Project == "Silo");

    [Theory]
    [InlineData("InProcessToolSessions")]
    [InlineData("ToolSessionCache")]
    [InlineData("HostedToolSession")]
    public void Only_the_hosts_know_how_sessions_are_hosted(string type)
    {
        var hosting = $"ModuleX.Infrastructure.ToolSessions.{type}";

        Code.Types.ShouldContain(one => one.FullName == hosting);
        Code.References.Where(
            reference => reference.To.Split('/')[0] == hosting
            && reference.FromNamespace is not ("ModuleX.Infrastructure.ToolSessions" or "ModuleX.Silo.Grains" or "ModuleX.Silo.Adapters")).ShouldBeEmpty();
    }

    [Fact]
    public void Of_the_schema_engine_only_the_compiled_schema_is_known_outside()
    {
        const string engine = "ModuleX.Infrastructure.JsonSchema";
        var uses = Code.References.Where(reference => Code.IsIn(reference.ToNamespace, engine) && !Code.IsIn(reference.FromNamespace, engine)).ToList();

        uses.ShouldNotBeEmpty();
        uses.Where(reference => reference.To.Split('/')[0] != $"{engine}.CompiledSchema").ShouldBeEmpty();
    }

    private static IEnumerable<string> AssembliesOf(string project) =>
        Code.Assemblies[project].MainModule.AssemblyReferences.Select(reference => reference.Name);
}
