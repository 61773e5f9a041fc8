using ModuleX.Infrastructure.JsonSchema;
using Xunit.Abstractions;

namespace ModuleX.Infrastructure.Tests.JsonSchema;

/// <summary>
/// The validator against the official suite. What is not claimed is listed with its reason, and has to be refused when it is
/// compiled: a schema that is not understood must not look as if it were.
/// </summary>
public sealed class OfficialSuiteTests(ITestOutputHelper output)
{
    private const string Ids = "$id below the root, and references by URI, need a registry of schemas";
    private const string Anchors = "$anchor: references are JSON pointers";
    private const string Unevaluated = "unevaluatedProperties and unevaluatedItems need annotations";
    private const string Dynamic = "$dynamicRef is for schemas that extend each other";
    private const string OtherDialects = "$schema and $vocabulary of other dialects";
    private const string UnknownWords = "unknown keywords are refused: most of them are misspelled";

    /// <summary>Files as a whole.</summary>
    private static readonly Dictionary<string, string> UnclaimedFiles = new()
    {
        ["anchor"] = Anchors,
        ["dynamicRef"] = Dynamic,
        ["id"] = Ids,
        ["refRemote"] = Ids,
        ["unevaluatedItems"] = Unevaluated,
        ["unevaluatedProperties"] = Unevaluated,
        ["unknownKeyword"] = UnknownWords,
        ["vocabulary"] = OtherDialects,
        ["optional/anchor"] = Anchors,
        ["optional/cross-draft"] = OtherDialects,
        ["optional/dependencies-compatibility"] = OtherDialects,
        ["optional/dynamicRef"] = Dynamic,
        ["optional/format-assertion"] = OtherDialects,
        ["optional/id"] = Ids,
        ["optional/refOfUnknownKeyword"] = UnknownWords,
        ["optional/unknownKeyword"] = UnknownWords,
    };

    /// <summary>Groups of files that are claimed otherwise.</summary>
    private static readonly Dictionary<string, string> UnclaimedGroups = new()
    {
        ["defs: validate definition against metaschema"] = Ids,
        ["not: collect annotations inside a 'not', even if collection is disabled"] = Unevaluated,
        ["ref: remote ref, containing refs itself"] = Ids,
        ["ref: Recursive references between schemas"] = Ids,
        ["ref: ref creates new scope when adjacent to keywords"] = Unevaluated,
        ["ref: refs with relative uris and defs"] = Ids,
        ["ref: relative refs with absolute uris and defs"] = Ids,
        ["ref: $id must be resolved against nearest parent, not just immediate parent"] = Ids,
        ["ref: order of evaluation: $id and $ref"] = Ids,
        ["ref: order of evaluation: $id and $anchor and $ref"] = Anchors,
        ["ref: order of evaluation: $id and $ref on nested schema"] = Ids,
        ["ref: simple URN base URI with $ref via the URN"] = Ids,
        ["ref: URN base URI with URN and JSON pointer ref"] = Ids,
        ["ref: URN base URI with f-component"] = Ids,
        ["ref: URN base URI with URN and anchor ref"] = Anchors,
        ["ref: URN ref with nested pointer ref"] = Ids,
        ["ref: ref to if"] = Ids,
        ["ref: ref to then"] = Ids,
        ["ref: ref to else"] = Ids,
        ["ref: ref with absolute-path-reference"] = Ids,
        [@"optional/ecmascript-regex: \a is not an ECMA 262 control escape"] = Ids,
    };

    [SuiteFact]
    public void Every_claimed_group_of_the_official_suite_passes()
    {
        var groups = OfficialSuite.Groups().Where(group => !IsUnclaimed(group)).ToList();

        var failures = groups.SelectMany(Failures).ToList();

        output.WriteLine($"{groups.Count} groups of {groups.DistinctBy(group => group.File).Count()} files, {groups.Sum(group => group.Tests.Count)} tests");
        string.Join(Environment.NewLine, failures).ShouldBeEmpty();
        groups.Count.ShouldBeGreaterThan(250);
    }

    [SuiteFact]
    public void Every_unclaimed_group_of_a_claimed_file_is_refused_when_compiled()
    {
        var accepted = OfficialSuite.Groups()
            .Where(group => UnclaimedGroups.ContainsKey(group.ToString()) && !CompiledSchema.Compile(group.Schema).Failed(out _, out _));

        string.Join(Environment.NewLine, accepted).ShouldBeEmpty();
    }

    /// <summary>A format informs and is not asserted, which is the default of draft 2020-12; <c>optional/format</c> is about asserting.</summary>
    private static bool IsUnclaimed(SuiteGroup group) =>
        UnclaimedFiles.ContainsKey(group.File) || UnclaimedGroups.ContainsKey(group.ToString())
            || group.File.StartsWith("optional/format/", StringComparison.Ordinal);

    private static IEnumerable<string> Failures(SuiteGroup group)
    {
        if (CompiledSchema.Compile(group.Schema).Failed(out var error, out var schema))
            return [$"{group}: {string.Join("; ", error.Problems)}"];

        return group.Tests
            .Where(test => schema.Validate(test.GetProperty("data")).IsEmpty != test.GetProperty("valid").GetBoolean())
            .Select(test => $"{group}: {test.GetProperty("description")}");
    }
}
