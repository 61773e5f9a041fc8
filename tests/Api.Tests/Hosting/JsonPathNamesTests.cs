using ModuleX.Api.Hosting;

namespace ModuleX.Api.Tests.Hosting;

public sealed class JsonPathNamesTests
{
    [Theory]
    [InlineData("$", "")]
    [InlineData("$.name", "name")]
    [InlineData("$.items[12].first_name", "items|12|first_name")]
    [InlineData("$.map['a.b/c']", "map|a.b/c")]
    [InlineData("$.map['it's'].x", "map|it's|x")]
    [InlineData("$['a b'][0]['c d']", "a b|0|c d")]
    [InlineData("$[0][1]", "0|1")]
    [InlineData("$.map['cut", "map|cut")]
    public void A_path_is_read_name_by_name(string path, string names) => string.Join('|', JsonPathNames.Of(path)).ShouldBe(names);
}
