using System.Text.Json;
using ModuleX.Domain.Catalog;

namespace ModuleX.Domain.Tests.Catalog;

public sealed class JsonPathTests
{
    private static readonly JsonElement Answer = JsonElement.Parse(
        """
        {
          "ok": false, "none": null, "n": 7, "a-b": 1, "odd key": 2,
          "list": [{ "id": 1 }, { "id": "two" }, { "other": 3 }],
          "map": { "x": { "id": 8 }, "y": 9 }
        }
        """);

    [Theory]
    [InlineData("$", null)]
    [InlineData("$.ok", "false")]
    [InlineData("$.n", "7")]
    [InlineData("$.a-b", "1")]
    [InlineData("$['odd key']", "2")]
    [InlineData("$.list[0].id", "1")]
    [InlineData("$.list[-2].id", "two")]
    [InlineData("$.list[*].id", "1,two")]
    [InlineData("$.map.*.id", "8")]
    [InlineData("$.map[*]", """{ "id": 8 },9""")]
    [InlineData("$.list[3]", "")]
    [InlineData("$.list[-4]", "")]
    [InlineData("$.list.id", "")]
    [InlineData("$.n.deeper", "")]
    [InlineData("$.missing", "")]
    public void Path_meets_values_in_document_order(string path, string? expected) =>
        string.Join(",", Read(path).All(Answer).Select(met => met.ValueKind == JsonValueKind.String ? met.GetString() : met.GetRawText()))
            .ShouldBe(expected ?? Answer.GetRawText());

    [Theory]
    [InlineData("")]
    [InlineData("ok")]
    [InlineData("$ok")]
    [InlineData("$.")]
    [InlineData("$..id")]
    [InlineData("$.list[?@.id]")]
    [InlineData("$.list[0:2]")]
    [InlineData("$.list[x]")]
    [InlineData("$.list[12345678901]")]
    [InlineData("$['it\\'s']")]
    [InlineData("$.ok\n")]
    public void Path_outside_the_subset_is_refused(string path) => JsonPath.Parse(path).ShouldBeNull();

    [Theory]
    [InlineData("$", true)]
    [InlineData("$.list[0].id", true)]
    [InlineData("$.list[*]", false)]
    [InlineData("$.map.*", false)]
    public void Path_knows_whether_it_can_meet_several(string path, bool isSingular) => Read(path).IsSingular.ShouldBe(isSingular);

    [Theory]
    [InlineData("$.list[1].id", "two")]
    [InlineData("$.list[0]", """{ "id": 1 }""")]
    [InlineData("$.none", null)]
    [InlineData("$.missing", null)]
    public void First_value_as_text_has_no_quotes_and_null_is_nothing(string path, string? expected) => Read(path).FirstText(Answer).ShouldBe(expected);

    [Fact]
    public void Null_that_is_there_is_met() => Read("$.none").First(Answer).ShouldNotBeNull().ValueKind.ShouldBe(JsonValueKind.Null);

    private static JsonPath Read(string path) => JsonPath.Parse(path).ShouldNotBeNull();
}
