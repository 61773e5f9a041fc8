using ModuleX.Architecture.Tests;
using ModuleX.Domain.Results;
using ModuleX.Silo.Hosting;
using Mono.Cecil;

namespace ModuleX.Silo.Tests;

/// <summary>What grains and their messages may be.</summary>
public sealed class GrainRuleTests
{
    private const int MaximumLines = 120;

    private static readonly Type[] Own = [.. typeof(SiloParts).Assembly.GetTypes()
        .Where(type => type.Namespace?.StartsWith("ModuleX.Silo.", StringComparison.Ordinal) == true)];

    private static readonly Type[] GrainInterfaces = [.. Own.Where(type => type.IsInterface && type.IsAssignableTo(typeof(IAddressable)))];

    [Fact]
    public void Grains_are_thin()
    {
        var files = Directory.GetFiles(Repository.PathOf("src", "Silo", "Grains"), "*.cs");
        files.Length.ShouldBeGreaterThan(3);

        files.Where(file => File.ReadLines(file).Count() >= MaximumLines).ShouldBeEmpty();
    }

    [Fact]
    public void Grains_name_no_mediator_no_HTTP_and_no_JSON()
    {
        var silo = AssemblyDefinition.ReadAssembly(typeof(SiloParts).Assembly.Location);
        var references = silo.MainModule.GetTypes().Where(type => type.Namespace is "ModuleX.Silo.Grains" or "ModuleX.Silo.Messages")
            .SelectMany(ReferenceReader.Of).ToList();
        references.ShouldNotBeEmpty();

        references.Where(reference => new[]
            { "MediatR", "ModuleX.Application.Messaging", "ModuleX.Api", "Microsoft.AspNetCore", "System.Net.Http", "System.Text.Json",
            "Microsoft.EntityFrameworkCore" }
            .Any(forbidden => Code.IsIn(reference.ToNamespace, forbidden))).ShouldBeEmpty();
    }

    [Fact]
    public void Grain_methods_answer_results_or_nobody_waits()
    {
        GrainInterfaces.Length.ShouldBe(5);

        GrainInterfaces.SelectMany(type => type.GetMethods())
            .Where(method => !IsResult(method.ReturnType) && method.GetCustomAttributes(typeof(Orleans.Concurrency.OneWayAttribute), false).Length == 0)
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}").ShouldBeEmpty();
    }

    [Fact]
    public void What_crosses_silos_has_names_that_outlive_a_renaming()
    {
        var messages = Own.Where(type => type.GetCustomAttributes(typeof(GenerateSerializerAttribute), false).Length > 0).ToList();
        messages.Count.ShouldBeGreaterThan(8);

        messages.Concat(GrainInterfaces).Where(type => type.GetCustomAttributes(typeof(AliasAttribute), false).Length == 0).Select(type => type.Name)
            .ShouldBeEmpty();
        GrainInterfaces.SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttributes(typeof(AliasAttribute), false).Length == 0)
            .Select(method => method.Name).ShouldBeEmpty();
        messages.SelectMany(type => type.GetFields()).Where(field => field.GetCustomAttributes(typeof(IdAttribute), false).Length == 0)
            .Select(field => $"{field.DeclaringType!.Name}.{field.Name}").ShouldBeEmpty();
    }

    private static bool IsResult(Type type) =>
        type.IsGenericType && type.GetGenericArguments() is [{ IsGenericType: true } result] && result.GetGenericTypeDefinition() == typeof(Result<>);
}
