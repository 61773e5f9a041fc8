using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace ModuleX.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>Microsoft's parser of SQL Server's language.</summary>
internal static class TSql
{
    /// <summary>Each statement or script that the parser refuses, with what it says.</summary>
    public static IReadOnlyList<string> ProblemsOf(IEnumerable<string> scripts) => [.. scripts.SelectMany(ProblemsOf)];

    private static IEnumerable<string> ProblemsOf(string script)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);
        return errors.Select(error => $"Line {error.Line}: {error.Message} In: {script}");
    }
}
