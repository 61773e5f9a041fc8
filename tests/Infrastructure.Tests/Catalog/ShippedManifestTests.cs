using System.Text.Json;
using ModuleX.Domain.Catalog;

namespace ModuleX.Infrastructure.Tests.Catalog;

/// <summary>What the shipped manifests say to services, to people and to models.</summary>
public sealed class ShippedManifestTests : IAsyncLifetime
{
    private readonly ACatalog _catalog = new(Repository.PathOf("integrations"));
    private Dictionary<string, ToolDefinition> _tools = [];

    public async Task InitializeAsync() => _tools = (await _catalog.LoadAsync(Repository.PathOf("integrations"))).Tools.ToDictionary(tool => tool.Name);

    public async Task DisposeAsync() => await _catalog.DisposeAsync();

    [Theory]
    [InlineData("gmail")]
    [InlineData("gdrive")]
    [InlineData("gcalendar")]
    public void A_token_of_one_google_tool_opens_no_other(string tool) =>
        ShippedManifests.Of(tool).GetProperty("auth")[0].GetProperty("authorize_parameters").EnumerateObject().Select(parameter => parameter.Name)
            .ShouldBe(["access_type", "prompt"]);

    [Fact]
    public void GitHub_asks_for_no_right_to_write_profiles_or_delete_repositories_and_publishes_nothing_unasked()
    {
        var github = _tools["github"];

        string.Join(' ', github.Auth[0].OAuth!.Scopes).ShouldBe("repo read:user user:email notifications gist workflow");
        github.FindAction("delete_repository").Required().Scopes.ShouldHaveSingleItem().ShouldBe("delete_repo");
        github.FindAction("get_user_info").Required().Scopes.ShouldBeEmpty();
        Property("github", "create_repository", "private").GetProperty("default").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void Changing_a_calendar_event_keeps_what_is_not_named()
    {
        var calendar = _tools["gcalendar"];

        new[] { "update_event", "replace_event", "patch_event" }.ShouldAllBe(name => calendar.FindAction(name).Required().Request!.Method == "PATCH");
        calendar.Actions.ShouldAllBe(action => action.Request!.Method != "PUT");
        calendar.FindAction("create_event_with_meet").Required().Name.ShouldBe("create_event");
        calendar.FindAction("search_events").Required().Name.ShouldBe("list_events");
    }

    [Fact]
    public void A_list_that_is_asked_for_no_size_does_not_flood_a_model()
    {
        var sizes = _tools.Values.SelectMany(tool => tool.Actions.Where(action => action.Pagination?.SizeParameter is not null)
            .Select(action => (Name: $"{tool.Name} {action.Name}",
                Size: Property(tool.Name, action.Name, action.Pagination!.SizeParameter!).GetProperty("default").GetInt32()))).ToList();

        sizes.Count.ShouldBeGreaterThan(40);
        sizes.Where(one => one.Size > 30).ShouldBeEmpty();
        sizes.Where(one => one.Name.StartsWith("n8n ", StringComparison.Ordinal)).ShouldAllBe(one => one.Size == 10);
    }

    [Fact]
    public void N8n_is_tried_with_one_workflow_lists_executions_of_a_time_and_says_which_names_are_old()
    {
        var n8n = _tools["n8n"];

        ShippedManifests.Of("n8n").GetProperty("verification").GetProperty("path").GetString().ShouldBe("/workflows?limit=1");
        var placed = ShippedManifests.Of("n8n").GetProperty("actions").EnumerateArray()
            .Single(action => action.GetProperty("name").GetString() == "list_executions")
            .GetProperty("request").GetProperty("parameters");
        placed.GetProperty("started_after").GetProperty("name").GetString().ShouldBe("startedAfter");
        placed.GetProperty("started_before").GetProperty("name").GetString().ShouldBe("startedBefore");
        new[] { "activate_workflow", "deactivate_workflow" }.ShouldAllBe(
            name => n8n.FindAction(name).Required().Description.Contains("deprecated", StringComparison.Ordinal));
        n8n.FindAction("list_workflows").Required().Description.ShouldContain("exclude_pinned_data");
    }

    /// <summary>The answers are those of the services' reference pages, shortened.</summary>
    [Theory]
    [InlineData("github", "/user", """{"login":"octocat","id":1,"name":"monalisa octocat"}""", "octocat")]
    [InlineData("gmail", "/gmail/v1/users/me/profile", """{"emailAddress":"ada@example.org","messagesTotal":7}""", "ada@example.org")]
    [InlineData("gdrive", "/drive/v3/about?fields=user",
        """{"user":{"kind":"drive#user","displayName":"Ada","me":true,"emailAddress":"ada@example.org"}}""", "ada@example.org")]
    [InlineData("gcalendar", "/calendar/v3/users/me/calendarList/primary",
        """{"kind":"calendar#calendarListEntry","id":"ada@example.org","summary":"Ada","primary":true}""", "ada@example.org")]
    [InlineData("notion", "/users/me",
        """{"object":"user","name":"Doug Bot","type":"bot","bot":{"owner":{"type":"user"},"workspace_name":"Ada's space"}}""", "Ada's space")]
    [InlineData("notion", "/users/me", """{"object":"user","name":"Doug Bot","type":"bot","bot":{}}""", "Doug Bot")]
    [InlineData("slack", "/auth.test",
        """{"ok":true,"url":"https://sub.slack.com/","team":"Subarachnoid Workspace","user":"bot"}""", "Subarachnoid Workspace")]
    [InlineData("r2r", "/v3/users/me", """{"results":{"id":"1","email":"ada@example.org","name":"Ada"}}""", "ada@example.org")]
    public void A_connection_is_labelled_with_what_tells_the_person_s_accounts_apart(string tool, string path, string answer, string label)
    {
        var verification = _tools[tool].Verification!;

        verification.Path.ShouldBe(path);
        verification.Label.Select(place => place.FirstText(JsonElement.Parse(answer))).First(text => text is not null).ShouldBe(label);
    }

    [Theory]
    [InlineData("""{"detail":[{"loc":["query","limit"],"msg":"Input should be a valid integer"}]}""", "Input should be a valid integer")]
    [InlineData("""{"message":"Collection name is taken"}""", "Collection name is taken")]
    public void R2R_s_reason_for_a_422_is_told(string answer, string reason)
    {
        var body = JsonElement.Parse(answer);

        var rule = _tools["r2r"].Actions[0].Errors.First(rule => rule.Statuses.Contains(422) && (rule.Path is null || rule.Path.First(body) is not null));

        rule.Kind.ShouldBe(UpstreamFailureKind.InvalidRequest);
        rule.Message!.FirstText(body).ShouldBe(reason);
    }

    [Fact]
    public void What_destroys_or_speaks_to_others_is_marked_in_every_tool()
    {
        Marked(behaviour => behaviour.IsDestructive).ShouldBe(
        [
            "gcalendar create_event", "gcalendar patch_event", "gcalendar delete_event", "gcalendar respond_to_event",
            "gdrive delete_file", "gdrive share_file",
            "github delete_repository", "github create_issue", "github create_issue_comment", "github create_pull_request", "github merge_pull_request",
            "github create_pull_request_review", "github create_release", "github run_workflow", "github create_gist",
            "gmail send_email", "gmail reply_to_email", "gmail send_draft",
            "mock create_notification",
            "n8n update_workflow", "n8n activate_workflow", "n8n delete_workflow", "n8n retry_execution", "n8n stop_execution",
            "n8n delete_execution", "n8n delete_tag",
            "notion create_comment",
            "r2r delete_document", "r2r delete_collection", "r2r add_document_to_collection",
            "slack send_message", "slack update_message", "slack delete_message", "slack schedule_message", "slack invite_to_channel",
            "slack set_channel_topic",
        ], ignoreOrder: true);
    }

    [Fact]
    public void What_can_not_be_taken_back_needs_approval_in_every_tool()
    {
        Marked(behaviour => behaviour.NeedsApproval).ShouldBe(
        [
            "gcalendar delete_event", "gdrive delete_file", "github delete_repository", "github merge_pull_request",
            "github create_pull_request_review", "github run_workflow",
            "gmail send_email", "gmail reply_to_email", "gmail send_draft",
            "n8n update_workflow", "n8n activate_workflow", "n8n delete_workflow", "n8n retry_execution", "n8n stop_execution",
            "n8n delete_execution", "n8n delete_tag",
            "r2r delete_document", "r2r delete_collection", "slack delete_message",
        ], ignoreOrder: true);
    }

    private IEnumerable<string> Marked(Func<ActionBehaviour, bool> flag) =>
        _tools.Values.SelectMany(tool => tool.Actions.Where(action => flag(action.Behaviour)).Select(action => $"{tool.Name} {action.Name}"));

    private static JsonElement Property(string tool, string action, string name) =>
        ShippedManifests.ParametersOf(tool).Single(one => one.Name == action).Schema.GetProperty("properties").GetProperty(name);
}
