using ModuleX.Infrastructure.Settings.Toml;
using Xunit.Abstractions;

namespace ModuleX.Infrastructure.Tests.Settings.Toml;

/// <summary>The reader against the official suite, all of what belongs to TOML 1.0.</summary>
public sealed class TomlSuiteTests(ITestOutputHelper output)
{
    /// <summary>Documents of old suites, which do not say which version a document belongs to.</summary>
    private static readonly string[] OfLaterVersions = ["valid/string/escape-esc.toml"];

    [TomlSuiteFact]
    public void Every_valid_document_means_what_the_suite_says()
    {
        var documents = TomlSuite.Documents("valid").Except(OfLaterVersions).ToList();

        var failures = documents.Select(document => (document, Problem: ProblemWithValid(document))).Where(failure => failure.Problem is not null).ToList();

        output.WriteLine($"{documents.Count} valid documents");
        string.Join(Environment.NewLine, failures).ShouldBeEmpty();
        documents.Count.ShouldBeGreaterThan(90);
    }

    [TomlSuiteFact]
    public void Every_invalid_document_is_refused()
    {
        var documents = TomlSuite.Documents("invalid").Concat(OfLaterVersions.Where(document => File.Exists(Path.Combine(TomlSuite.Folder!, document)))).ToList();

        var accepted = documents.Where(document => Refusal(document) is null).ToList();

        output.WriteLine($"{documents.Count} invalid documents");
        string.Join(Environment.NewLine, accepted).ShouldBeEmpty();
        documents.Count.ShouldBeGreaterThan(200);
    }

    private static string? ProblemWithValid(string document) =>
        Refusal(document) ?? (TomlSuite.Means(TomlReader.Read(TomlSuite.Text(document)).Root, TomlSuite.Meaning(document)) ? null : "has another meaning");

    private static string? Refusal(string document)
    {
        try
        {
            TomlReader.Read(TomlSuite.Text(document));
            return null;
        }
        catch (TomlSyntaxException exception)
        {
            return exception.Message;
        }
    }
}
