namespace ModuleX.Infrastructure.Tests.JsonSchema;

/// <summary>What a caller is told about parameters that do not fit.</summary>
public sealed class ProblemTests
{
    private const string Parameters =
        """
        {
          "type": "object",
          "required": ["owner", "repo"],
          "additionalProperties": false,
          "properties": {
            "owner": { "type": "string", "minLength": 1 },
            "repo": { "type": "string", "pattern": "^[a-z]+$" },
            "per_page": { "type": "integer", "minimum": 1, "maximum": 100 },
            "state": { "enum": ["open", "closed", null] },
            "labels": { "type": "array", "items": { "type": "string", "maxLength": 3 }, "maxItems": 2, "uniqueItems": true }
          }
        }
        """;

    [Fact]
    public void Valid_parameters_have_no_problems() =>
        SchemaText.Problems(Parameters, """{ "owner": "a", "repo": "b", "per_page": 30.0, "state": null, "labels": ["x", "y"] }""").ShouldBeEmpty();

    [Fact]
    public void Missing_parameter_is_named() =>
        SchemaText.Problems(Parameters, """{ "owner": "a" }""").ShouldBe(["/repo: \"repo\" is required"]);

    [Fact]
    public void Missing_member_of_an_object_inside_is_pointed_at() =>
        SchemaText.Problems("""{ "properties": { "to": { "items": { "required": ["e/mail"] } } } }""", """{ "to": [{}] }""")
            .ShouldBe(["/to/0/e~1mail: \"e/mail\" is required"]);

    [Fact]
    public void Members_of_which_one_is_needed_are_told_together() =>
        SchemaText.Problems("""{ "anyOf": [{ "required": ["id"] }, { "required": ["name"] }] }""", "{}")
            .ShouldBe(["(root): \"id\" is required, or \"name\" is required"]);

    [Fact]
    public void Unknown_parameter_is_pointed_at() =>
        SchemaText.Problems(Parameters, """{ "owner": "a", "repo": "b", "per~/page": 3 }""").ShouldBe(["/per~0~1page: is not allowed here"]);

    [Theory]
    [InlineData("""{ "per_page": "many" }""", "/per_page: must be an integer")]
    [InlineData("""{ "per_page": 1.5 }""", "/per_page: must be an integer")]
    [InlineData("""{ "per_page": 0 }""", "/per_page: must be at least 1")]
    [InlineData("""{ "per_page": 101 }""", "/per_page: must be at most 100")]
    [InlineData("""{ "state": "gone" }""", "/state: must be one of: \"open\", \"closed\", null")]
    [InlineData("""{ "labels": ["abc", "abcd"] }""", "/labels/1: must have at most 3 characters")]
    [InlineData("""{ "labels": ["a", "b", "c"] }""", "/labels: must have at most 2 items")]
    [InlineData("""{ "labels": ["a", "\u0061"] }""", "/labels/1: must not be the same as item 0")]
    [InlineData("""{ "owner": "" }""", "/owner: must have at least 1 character")]
    [InlineData("""{ "repo": "A" }""", "/repo: must match the pattern ^[a-z]+$")]
    public void Wrong_value_is_told_what_it_must_be(string wrong, string problem) =>
        SchemaText.Problems(Parameters.Replace("""["owner", "repo"]""", "[]", StringComparison.Ordinal), wrong).ShouldBe([problem]);

    [Fact]
    public void Problem_does_not_repeat_the_value() =>
        SchemaText.Problems(Parameters, """{ "owner": ["s3cret"], "repo": "S3CRET", "state": "s3cret" }""")
            .ShouldAllBe(problem => !problem.Contains("s3cret", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Every_problem_is_reported_at_once() =>
        SchemaText.Problems(Parameters, """{ "owner": 1, "per_page": "x", "other": true }""")
            .ShouldBe(["/repo: \"repo\" is required", "/owner: must be a string", "/per_page: must be an integer", "/other: is not allowed here"]);

    [Fact]
    public void Thousands_of_problems_end_after_a_hundred() =>
        SchemaText.Problems("""{ "items": false }""", $"[{string.Join(',', Enumerable.Range(0, 5000))}]").Length.ShouldBe(100);

    [Fact]
    public void Wrong_type_is_the_only_problem_of_a_value() =>
        SchemaText.Problems("""{ "type": "string", "enum": ["a"] }""", "1").ShouldBe(["(root): must be a string"]);

    [Fact]
    public void Value_given_twice_is_checked_twice() =>
        SchemaText.Problems(Parameters, """{ "owner": "a", "repo": "B", "repo": "b" }""").ShouldBe(["/repo: must match the pattern ^[a-z]+$"]);

    [Fact]
    public void Then_branch_is_reported_where_its_condition_holds() =>
        SchemaText.Problems(
            """
            {
              "allOf": [
                { "if": { "properties": { "type": { "const": "a" } } }, "then": { "required": ["x"], "properties": { "x": { "type": "null" } } } },
                { "if": { "properties": { "type": { "const": "b" } } }, "then": { "$ref": "#/$defs/b" }, "else": { "maxProperties": 1 } }
              ],
              "$defs": { "b": { "properties": { "list": { "items": { "type": "integer" } } } } }
            }
            """,
            """{ "type": "b", "list": [1, "2"] }""").ShouldBe(["/list/1: must be an integer"]);

    [Theory]
    [InlineData("true", "(root): must be a string or must be an integer")]
    [InlineData("-1", "(root): must be at least 0")]
    public void Alternatives_of_other_types_are_left_out(string instance, string problem) =>
        SchemaText.Problems("""{ "anyOf": [{ "type": "string" }, { "type": "integer", "minimum": 0 }] }""", instance)
            .ShouldBe([problem.Replace(" or ", ", or ", StringComparison.Ordinal)]);

    [Fact]
    public void Closest_alternative_is_explained() =>
        SchemaText.Problems(
            """
            {
              "oneOf": [
                { "type": "object", "required": ["a", "b"], "properties": { "kind": { "const": 1 } } },
                { "type": "object", "required": ["a"], "properties": { "kind": { "const": 2 }, "a": { "type": "string" } } },
                { "type": "array" }
              ]
            }
            """,
            """{ "kind": 2, "a": 5 }""").ShouldBe(["/a: must be a string"]);

    [Fact]
    public void Two_fitting_alternatives_of_one_are_a_problem() =>
        SchemaText.Problems("""{ "oneOf": [{ "minimum": 1 }, { "minimum": 2 }] }""", "3")
            .ShouldBe(["(root): must fit exactly one of 2 alternatives, and fits more than one"]);

    [Fact]
    public void Names_of_properties_are_explained_at_the_property() =>
        SchemaText.Problems("""{ "propertyNames": { "maxLength": 2 } }""", """{ "ab": 1, "abc": 2 }""")
            .ShouldBe(["/abc: has a name that must have at most 2 characters"]);

    [Theory]
    [InlineData("""{ "dependentRequired": { "a": ["b"] } }""", """{ "a": 1 }""", "/b: \"b\" is required together with \"a\"")]
    [InlineData("""{ "dependentSchemas": { "a": { "maxProperties": 1 } } }""", """{ "a": 1, "b": 2 }""", "(root): must have at most 1 property")]
    [InlineData("""{ "not": { "type": "null" } }""", "null", "(root): must not be of the kind that \"not\" describes")]
    [InlineData("""{ "contains": { "type": "null" } }""", "[1]", "(root): must have at least 1 item of the kind that \"contains\" describes")]
    [InlineData("""{ "contains": { "type": "null" }, "maxContains": 2 }""", "[null, null, null]",
        "(root): must have at most 2 items of the kind that \"contains\" describes")]
    [InlineData("""{ "multipleOf": 0.01 }""", "19.999", "(root): must be a multiple of 0.01")]
    [InlineData("""{ "const": { "a": 1 } }""", """{ "a": 2 }""", "(root): must be { \"a\": 1 }")]
    [InlineData("""{ "exclusiveMinimum": 0 }""", "0", "(root): must be more than 0")]
    [InlineData("""{ "exclusiveMaximum": 0 }""", "0", "(root): must be less than 0")]
    [InlineData("false", "0", "(root): is not allowed here")]
    public void Every_keyword_says_what_it_asks_for(string schema, string instance, string problem) =>
        SchemaText.Problems(schema, instance).ShouldBe([problem]);

    [Theory]
    [InlineData("""{ "maxLength": 1 }""", "\"\\ud83d\\ude00\"")]
    [InlineData("""{ "const": "\ud800" }""", "\"\\uD800\"")]
    [InlineData("""{ "properties": { "a": false } }""", """{ "\udfff": 1 }""")]
    [InlineData("""{ "const": { "b": [1], "a": 1.0 } }""", """{ "a": 10e-1, "b": [1e0] }""")]
    public void Unusual_spellings_of_a_value_are_that_value(string schema, string instance) => SchemaText.Problems(schema, instance).ShouldBeEmpty();
}
