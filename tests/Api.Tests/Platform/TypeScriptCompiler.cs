using System.Text;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Platform;

/// <summary>The compiler of tests/tools/typescript, and answers that it holds against the interfaces of document 5.</summary>
internal sealed class TypeScriptCompiler
{
    private static readonly string Compiler = Repository.PathOf("tests", "tools", "typescript", "node_modules", "typescript", "bin", "tsc");

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly StringBuilder _answers = new();
    private int _count;

    /// <summary>An answer of the server that has to be of a type. As a literal: there also a member too many is an error.</summary>
    public TypeScriptCompiler Expect(string type, Reply answer)
    {
        _answers.AppendLine($"const answer{_count++}: {type} = {answer.Text};");
        return this;
    }

    /// <summary>What the compiler finds wrong; empty where it is content.</summary>
    public async Task<string> CompileAsync()
    {
        using var folder = new TempFolder();
        File.Copy(Repository.PathOf("tests", "Api.Tests", "Platform", "document5.ts"), Path.Combine(folder.Path, "document5.ts"));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "answers.ts"), _answers.ToString());
        var run = await ProgramRun.OfAsync(
            folder.Path, "node", [Compiler, "--strict", "--noEmit", "--target", "es2022", "--lib", "es2022", "document5.ts", "answers.ts"], Limit);
        return run.ExitCode == 0 ? "" : run.Output + run.Errors;
    }
}

/// <summary>A fact that needs the TypeScript compiler.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TypeScriptFactAttribute : FactAttribute
{
    public TypeScriptFactAttribute() =>
        Skip = NpmPackages.MissingReason("The TypeScript compiler", Repository.PathOf("tests", "tools", "typescript"), "typescript");
}
