using ModuleX.Domain.Catalog;
using ModuleX.Tests.Shared;

namespace ModuleX.Domain.Tests.Catalog;

public sealed class CatalogTests
{
    private static readonly ToolCatalog Sample = new(
    [
        ATool.WithOAuth("slack"),
        ATool.WithOAuth("github", ATool.Action("list_repositories", aliases: "list_repos"), ATool.Action("get_user")),
    ]);

    [Fact]
    public void Tools_are_ordered_by_name() => Sample.Tools.Select(tool => tool.Name).ShouldBe(["github", "slack"]);

    [Theory]
    [InlineData("list_repositories")]
    [InlineData("list_repos")]
    public void Action_is_found_by_its_name_and_by_its_alias(string name) => Sample.FindAction("github", name).Required().Name.ShouldBe("list_repositories");

    [Theory]
    [InlineData("gitlab", "list_repos", "Tool gitlab not found")]
    [InlineData("GitHub", "list_repos", "Tool GitHub not found")]
    [InlineData("github", "send_message", "Action send_message not found for tool github")]
    public void What_is_missing_is_named(string tool, string action, string message) => Sample.FindAction(tool, action).Error!.Message.ShouldBe(message);

    [Fact]
    public void Empty_catalog_has_no_tool() => ToolCatalog.Empty.FindTool("github").Error!.Code.ShouldBe("tool_not_found");

    [Theory]
    [InlineData("github", "list_repositorys", "list_repositories")]
    [InlineData("github", "ListRepositories", "list_repositories")]
    [InlineData("github", "repositories", "list_repositories")]
    [InlineData("github", "github_get_usr", "get_user")]
    [InlineData("githup", "get_user", "github")]
    [InlineData("GitHub", "get_user", "github")]
    public void What_was_meant_is_named(string tool, string action, string nearest) =>
        Sample.FindAction(tool, action).Error!.Details[CatalogErrors.NearestDetail].ShouldBe(nearest);

    [Theory]
    [InlineData("send_message")]
    [InlineData("")]
    [InlineData("___")]
    public void Nothing_near_is_not_made_up(string action) => Sample.FindAction("github", action).Error!.Details.ShouldBeEmpty();

    [Fact]
    public void Names_that_were_meant_are_three_at_most_the_nearest_first()
    {
        var tool = ATool.WithOAuth("github", [.. new[] { "get_users", "set_user", "let_user", "get_user_x", "other" }.Select(name => ATool.Action(name))]);

        tool.FindAction("get_user").Error!.Details[CatalogErrors.NearestDetail].ShouldBe("get_user_x, get_users, let_user");
    }

    [Fact]
    public void Two_tools_of_one_name_are_a_bug_of_the_caller() =>
        Should.Throw<ArgumentException>(() => new ToolCatalog([ATool.WithOAuth("a"), ATool.WithOAuth("a")]));
}
