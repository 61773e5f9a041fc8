using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Application.Tests.ToolSessions;

/// <summary>Switching tools and actions, and what the owner's list shows of it.</summary>
public sealed class SwitchTests : IDisposable
{
    private static readonly ToolSessionId Id = Given.SessionId();

    private readonly AnApplication _application = new(
        ATool.WithOAuth("github", ATool.Action("list_repositories", aliases: "list_repos"), ATool.Action("get_user")), ATool.WithOAuth("slack"));

    public void Dispose() => _application.Dispose();

    [Fact]
    public async Task Alias_switches_the_action_that_it_stands_for()
    {
        await _application.ConnectByOAuthAsync(Id);

        (await _application.SendAsync(new SetActionEnabledCommand(Id, "list_repos", false))).Required();

        _application.Rows.Row(Id)!.DisabledActions.ShouldBe(["list_repositories"]);
    }

    [Fact]
    public async Task Unknown_action_of_a_connected_tool_is_not_found()
    {
        await _application.ConnectByOAuthAsync(Id);

        (await _application.SendAsync(new SetActionEnabledCommand(Id, "fly", false))).Error!.Message.ShouldBe("Action fly not found for tool github");
    }

    [Fact]
    public async Task Unknown_tool_is_said_in_the_documents_words()
    {
        const string Expected = "Tool gitlab not found or not authenticated for user ada";
        var id = Given.SessionId("gitlab");

        (await _application.SendAsync(new SetActionEnabledCommand(id, "fly", false))).Error!.Message.ShouldBe(Expected);
        (await _application.SendAsync(new SetToolActiveCommand(id, false))).Error!.Message.ShouldBe(Expected);
    }

    [Fact]
    public async Task List_shows_every_tool_and_what_is_switched_on()
    {
        await _application.ConnectByOAuthAsync(Id);
        (await _application.SendAsync(new SetActionEnabledCommand(Id, "get_user", false))).Required();

        var tools = await ListAsync();

        tools.Select(tool => (tool.Tool.Name, tool.State, tool.IsAuthenticated, tool.IsActive))
            .ShouldBe([("github", ConnectionState.Active, true, true), ("slack", ConnectionState.Disconnected, false, false)]);
        tools[0].Actions.Select(action => (action.Action.Name, action.IsActive)).ShouldBe([("list_repositories", true), ("get_user", false)]);
        tools[1].Actions.ShouldAllBe(action => !action.IsActive);
    }

    [Fact]
    public async Task Tool_that_is_off_shows_every_action_off()
    {
        await _application.ConnectByOAuthAsync(Id);
        (await _application.SendAsync(new SetToolActiveCommand(Id, false))).Required();

        var github = (await ListAsync())[0];

        github.IsAuthenticated.ShouldBeTrue();
        github.IsActive.ShouldBeFalse();
        github.Actions.ShouldAllBe(action => !action.IsActive);
    }

    [Fact]
    public async Task Tool_whose_credential_was_refused_is_not_authenticated()
    {
        await _application.ConnectByOAuthAsync(Id);
        _application.Rows.WriteBehind(Id, row => row with { NeedsReconnect = true });

        (await ListAsync())[0]
            .ShouldSatisfyAllConditions(tool => tool.IsAuthenticated.ShouldBeFalse(), tool => tool.State.ShouldBe(ConnectionState.NeedsReconnect));
    }

    [Fact]
    public async Task Another_owner_sees_nothing_of_it()
    {
        await _application.ConnectByOAuthAsync(Id);

        (await _application.SendAsync(new ListOwnerToolsQuery(ToolUser.Of(Given.Tenant, Given.Owner("bob"))))).Required()
            .ShouldAllBe(tool => !tool.IsAuthenticated);
    }

    private async Task<IReadOnlyList<OwnerToolView>> ListAsync() =>
        (await _application.SendAsync(new ListOwnerToolsQuery(ToolUser.Of(Given.Tenant, Given.Owner())))).Required();
}
