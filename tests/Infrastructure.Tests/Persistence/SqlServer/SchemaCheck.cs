using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.SqlServer.Dac.Model;

namespace ModuleX.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>Holds statements against the schema with DacFx: each becomes a procedure in a model, which says what tables and columns are not there.</summary>
/// <remarks>
/// DacFx wants all of Windows' cultures, and the tests run without any, as the server does. So it runs in a process of its own, which has them from ICU.
/// </remarks>
internal static class SchemaCheck
{
    public const string Verb = "check-sql";

    private const string Procedure = "statement_";

    /// <summary>What does not fit, each with its statement.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsOfAsync(string schema, IReadOnlyList<SqlStatement> statements)
    {
        using var folder = new Fixtures.TemporaryFolder();
        var (work, runtime) = (Path.Combine(folder.Path, "work.json"), Path.Combine(folder.Path, "runtimeconfig.json"));
        await File.WriteAllTextAsync(work, JsonSerializer.Serialize(new Work(schema, statements)));
        var assembly = typeof(SchemaCheck).Assembly.Location;
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(assembly, ".runtimeconfig.json")))!;
        var properties = settings["runtimeOptions"]!["configProperties"]!;
        properties["System.Globalization.Invariant"] = false;
        properties["System.Globalization.PredefinedCulturesOnly"] = false;
        await File.WriteAllTextAsync(runtime, settings.ToJsonString());
        using var process = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!, ["exec", "--runtimeconfig", runtime, "--depsfile", Path.ChangeExtension(assembly, ".deps.json"), assembly, Verb, work])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var found = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"DacFx could not check the statements (it needs libicu): {await errors}");
        return JsonSerializer.Deserialize<string[]>(found)!;
    }

    /// <summary>The process of its own.</summary>
    public static int Run(string file)
    {
        var work = JsonSerializer.Deserialize<Work>(File.ReadAllText(file))!;
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        model.AddObjects(work.Schema);
        var problems = new List<string>();
        foreach (var (number, statement) in work.Statements.Index())
        {
            try
            {
                model.AddObjects($"CREATE PROCEDURE [{Procedure}{number}] {statement.Parameters} AS BEGIN\n{statement.Text}\nEND");
            }
            catch (DacModelException exception)
            {
                problems.Add($"{exception.Message} In: {statement.Text}");
            }
        }
        problems.AddRange(model.Validate().Select(message => message.Message + StatementOf(message.Message, work.Statements)));
        Console.Write(JsonSerializer.Serialize(problems));
        return 0;
    }

    private static string StatementOf(string message, IReadOnlyList<SqlStatement> statements)
    {
        var name = message.IndexOf(Procedure, StringComparison.Ordinal);
        if (name < 0) return "";
        var number = new string([.. message[(name + Procedure.Length)..].TakeWhile(char.IsAsciiDigit)]);
        return $" In: {statements[int.Parse(number, CultureInfo.InvariantCulture)].Text}";
    }

    private sealed record Work(string Schema, IReadOnlyList<SqlStatement> Statements);
}
