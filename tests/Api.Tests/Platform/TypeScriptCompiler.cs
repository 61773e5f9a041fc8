using System.Diagnostics;
using System.Text;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Platform;

/// <summary>The compiler of tests/tools/typescript, and answers that it holds against the interfaces of document 5.</summary>
internal sealed class TypeScriptCompiler
{
    private static readonly string Compiler = Repository.PathOf("tests", "tools", "typescript", "node_modules", "typescript", "bin", "tsc");

    private readonly StringBuilder _answers = new();
    private int _count;

    /// <summary>True when npm has brought it.</summary>
    public static bool IsInstalled => File.Exists(Compiler);

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
        var start = new ProcessStartInfo("node") { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { Compiler, "--strict", "--noEmit", "--target", "es2022", "--lib", "es2022", "document5.ts", "answers.ts" }) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? "" : await output + await errors;
    }
}

/// <summary>A fact that needs the TypeScript compiler: skipped where that is not installed, except in CI, where its absence is a failure.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TypeScriptFactAttribute : FactAttribute
{
    public TypeScriptFactAttribute()
    {
        if (!TypeScriptCompiler.IsInstalled && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "The TypeScript compiler from npm is not there: run npm install in tests/tools/typescript";
    }
}
