using System.Text.RegularExpressions;
using ModuleX.Domain.Catalog;
using ModuleX.Tests.Shared;

namespace ModuleX.Domain.Tests.Catalog;

public sealed class FunctionNamesTests
{
    private static readonly string Long = new('a', 64);

    [Fact]
    public void Short_name_is_the_tool_and_the_action() => FunctionNames.Of("github", "list_repositories").ShouldBe("github_list_repositories");

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    public void Name_of_64_characters_stays_and_a_longer_one_is_cut(int length, bool isCut)
    {
        var action = new string('b', length - 2);

        var name = FunctionNames.Of("a", action);

        name.Length.ShouldBe(64);
        (name != $"a_{action}").ShouldBe(isCut);
    }

    [Fact]
    public void Long_names_that_begin_alike_stay_apart() => FunctionNames.Of(Long, "one").ShouldNotBe(FunctionNames.Of(Long, "two"));

    // The text is pinned: agents keep names in their prompts and in their records.
    [Fact]
    public void Long_name_is_the_same_in_every_process() =>
        FunctionNames.Of("tool", new string('x', 80)).ShouldBe("tool_" + new string('x', 50) + "_773bd2c4");

    [Fact]
    public void Names_of_all_shipped_actions_are_good_and_unique()
    {
        var names = ShippedManifests.Names.SelectMany(tool => ShippedManifests.ParametersOf(tool)
            .Select(action => FunctionNames.Of(tool, action.Name))).ToList();

        names.ShouldAllBe(name => Regex.IsMatch(name, @"^[a-zA-Z0-9_-]{1,64}\z", RegexOptions.NonBacktracking));
        names.ShouldBeUnique();
    }

    [Fact]
    public void Names_that_read_alike_can_be_told_apart() => FunctionNames.Apart("a", "b_c").ShouldNotBe(FunctionNames.Apart("a_b", "c"));

    [Theory]
    [InlineData("find")]
    [InlineData("an_action_whose_name_is_so_long_that_its_function_has_a_hash")]
    public void The_name_of_a_function_finds_the_action_whole_and_without_the_tool(string action)
    {
        var tool = ATool.WithOAuth("weather", ATool.Action("other"), ATool.Action(action));

        foreach (var name in new[] { FunctionNames.Of("weather", action), FunctionNames.Apart("weather", action) })
            {
            tool.FindAction(name["weather_".Length..]).Required().Name.ShouldBe(action);
            tool.FindAction(name).Required().Name.ShouldBe(action);
        }
    }

    [Theory]
    [InlineData("weather_")]
    [InlineData("weather_weather_find")]
    [InlineData("find_")]
    [InlineData("find_00000000")]
    [InlineData("_00000000")]
    [InlineData("")]
    public void What_only_looks_like_it_finds_nothing(string name) =>
        ATool.WithOAuth("weather", ATool.Action("find")).FindAction(name).Error!.Code.ShouldBe(CatalogErrors.ActionNotFoundCode);
}
