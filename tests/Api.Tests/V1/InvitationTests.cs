using ModuleX.Api.Tests.ConnectLinks;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.Platform;

namespace ModuleX.Api.Tests.V1;

/// <summary>People join an organization by a link that an admin hands them.</summary>
public sealed class InvitationTests : IAsyncLifetime
{
    private static readonly string Password = $"Aa1!{Guid.NewGuid():N}";

    private readonly List<PageBrowser> _browsers = [];
    private PlatformScene _scene = null!;
    private string _query = "";
    private string _organization = "";

    private HttpClient Root => _scene.Root.Client;

    public async Task InitializeAsync()
    {
        _scene = await PlatformScene.StartAsync(builder => builder.Direct("pages stand in no document").With("Logins:RegistrationIsOpen", "false"));
        _organization = (await Root.PostReplyAsync("/api/organizations", new { slug = "acme", name = "Acme" })).With(200)
            .Json.GetProperty("organization").GetProperty("id").GetString()!;
        _query = $"?organization_id={_organization}";
    }

    public async Task DisposeAsync()
    {
        _browsers.ForEach(browser => browser.Dispose());
        await _scene.DisposeAsync();
    }

    [Fact]
    public async Task A_person_without_an_account_makes_one_and_is_a_member()
    {
        var (id, url) = await InviteAsync("ada@example.org", "admin");
        var browser = Browser();

        var asked = (await browser.OpenAsync(url)).With(200);
        asked.Title.ShouldBe("Join Acme");
        asked.Html.QuerySelector("dl")!.TextContent.ShouldContain("ada@example.org");
        (await browser.SubmitAsync(asked)).With(400).Alert!.ShouldContain("Password: please fill this in.");
        var weak = (await browser.SubmitAsync(asked, ("first_name", "Ada"), ("password", "short"))).With(400);
        weak.Alert!.ShouldContain("please choose another one");
        weak.Html.QuerySelector("#field-first_name")!.GetAttribute("value").ShouldBe("Ada");
        (await browser.SubmitAsync(weak, ("password", Password))).With(200).Title.ShouldBe("You are a member of Acme");

        (await browser.OpenAsync("/sign-in")).Title.ShouldBe("You are signed in");
        var ada = _scene.ToSignedIn((await LoginAsync("ada@example.org")).With(200));
        (await ada.Client.GetReplyAsync($"/v1/invitations{_query}")).With(200);
        var accepted = (await Root.GetReplyAsync($"/v1/invitations/{id}{_query}")).With(200);
        (accepted["state"], accepted["accepted_by"]).ShouldBe(("accepted", ada.Id));
        var audit = await _scene.NewestAuditAsync("organization_member_added");
        audit.GetProperty("details").GetString()!.ShouldContain(id);
    }

    [Fact]
    public async Task A_person_with_an_account_signs_in_and_joins_and_nobody_else_does()
    {
        var (bobsInvitation, _) = (await InviteAsync("bob@example.org"), await MakeAccountAsync("bob@example.org"));
        await MakeAccountAsync("eve@example.org");
        var eve = Browser();
        var bob = Browser();

        var refused = await eve.SubmitAsync(await eve.OpenAsync(bobsInvitation.Url), ("email", "eve@example.org"), ("password", Password));
        refused.With(403).Title.ShouldBe("This link is for someone else");
        var token = refused.Html.QuerySelector("[name=form_token]")!.GetAttribute("value")!;
        (await eve.PostAsync(new Uri(bobsInvitation.Url).AbsolutePath, new Dictionary<string, string> { ["form_token"] = token })).With(403);
        var asked = await bob.SubmitAsync(await bob.OpenAsync(bobsInvitation.Url), ("email", "bob@example.org"), ("password", Password));
        (await bob.SubmitAsync(asked.With(200))).With(200).Title.ShouldBe("You are a member of Acme");

        var members = (await Root.GetReplyAsync($"/api/organizations/{_organization}/users")).With(200).Text;
        members.ShouldContain("bob@example.org");
        members.ShouldNotContain("eve@example.org");
    }

    [Fact]
    public async Task An_invitation_that_ended_or_was_revoked_or_used_joins_nobody()
    {
        var (revoked, revokedUrl) = await InviteAsync("one@example.org");
        (await Root.DeleteReplyAsync($"/v1/invitations/{revoked}{_query}")).With(204);
        (await Browser().OpenAsync(revokedUrl)).With(404).Title.ShouldBe("This link is not valid");

        var (_, usedUrl) = await InviteAsync("two@example.org");
        var two = Browser();
        (await two.SubmitAsync(await two.OpenAsync(usedUrl), ("password", Password))).With(200);
        (await Browser().OpenAsync(usedUrl)).With(200).Title.ShouldBe("Sign in");

        var (_, lateUrl) = await InviteAsync("three@example.org");
        var late = Browser();
        var asked = (await late.OpenAsync(lateUrl)).With(200);
        _scene.Clock.Advance(TimeSpan.FromDays(7));
        (await late.SubmitAsync(asked, ("password", Password))).With(410).Title.ShouldBe("This link has expired");
        (await LoginAsync("three@example.org")).With(401);
    }

    [Fact]
    public async Task One_address_has_one_open_invitation_and_members_have_none()
    {
        var (_, url) = await InviteAsync("ada@example.org");

        (await AskAsync("ADA@example.org")).With(409)["code"].ShouldBe("invitation_pending");
        var browser = Browser();
        (await browser.SubmitAsync(await browser.OpenAsync(url), ("password", Password))).With(200);
        (await AskAsync("ada@example.org")).With(409)["code"].ShouldBe("member_already");
        (await AskAsync("nobody")).With(400);
        (await AskAsync("bob@example.org", "boss")).With(400);

        var (late, _) = await InviteAsync("late@example.org");
        _scene.Clock.Advance(TimeSpan.FromDays(7));
        var root = _scene.ToSignedIn(await _scene.LoginAsync("root")).Client;
        var again = (await root.PostReplyAsync($"/v1/invitations{_query}", new { email = "late@example.org" })).With(201)
            .Json.GetProperty("invitation").GetProperty("id").GetString();
        again.ShouldNotBe(late);
    }

    [Fact]
    public async Task An_admin_invites_no_owner_and_a_full_organization_nobody()
    {
        var (_, url) = await InviteAsync("ada@example.org", "admin");
        var browser = Browser();
        (await browser.SubmitAsync(await browser.OpenAsync(url), ("password", Password))).With(200);
        var ada = _scene.ToSignedIn((await LoginAsync("ada@example.org")).With(200)).Client;

        (await ada.PostReplyAsync($"/v1/invitations{_query}", new { email = "bob@example.org", role = "owner" })).With(403)["code"].ShouldBe("role_beyond_own");
        var (_, bobsUrl) = await InviteAsync("bob@example.org");
        (await Root.PutReplyAsync($"/api/organizations/{_organization}", new { max_users = 1 })).With(200);

        (await AskAsync("carl@example.org")).With(409)["code"].ShouldBe("organization_full");
        var bob = Browser();
        (await bob.SubmitAsync(await bob.OpenAsync(bobsUrl), ("password", Password))).With(409).Alert!.ShouldContain("no room");
        (await LoginAsync("bob@example.org")).With(401);
    }

    [Fact]
    public async Task Invitations_are_listed_page_by_page_without_their_links()
    {
        for (var number = 0; number < 3; number++) await InviteAsync($"person-{number}@example.org");

        var first = (await Root.GetReplyAsync($"/v1/invitations{_query}&limit=2")).With(200);
        var second = (await Root.GetReplyAsync($"/v1/invitations{_query}&limit=2&cursor={first["next_cursor"]}")).With(200);

        EmailsIn(first).Concat(EmailsIn(second)).ShouldBe(["person-2@example.org", "person-1@example.org", "person-0@example.org"]);
        first.Text.ShouldNotContain("mxi_");
        second.Json.GetProperty("next_cursor").GetString().ShouldBeNull();

        static IEnumerable<string?> EmailsIn(Reply page) =>
            page.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("email").GetString());
    }

    private PageBrowser Browser()
    {
        var browser = new PageBrowser(_scene.Server.Address);
        _browsers.Add(browser);
        return browser;
    }

    private Task<Reply> AskAsync(string email, string role = "member") => Root.PostReplyAsync($"/v1/invitations{_query}", new { email, role });

    private async Task<(string Id, string Url)> InviteAsync(string email, string role = "member")
    {
        var made = (await AskAsync(email, role)).With(201);
        return (made.Json.GetProperty("invitation").GetProperty("id").GetString()!, made["url"]!);
    }

    private async Task<string> MakeAccountAsync(string email) =>
        (await Root.PostReplyAsync("/api/system/users/create", new { email, password = Password, role = "USER" })).With(200).Text;

    private Task<Reply> LoginAsync(string email) => _scene.Server.Client.PostReplyAsync("/api/auth/login", new { email, password = Password });
}
