using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Domain.Tests.ConnectLinks;

/// <summary>Who may use a connect link, how often, and until when.</summary>
public sealed class ConnectLinkTests
{
    private const string Mine = "my-browser";
    private const string Other = "another-browser";

    private static readonly DateTimeOffset Now = ManualTime.Start;

    private static readonly StoredCredential Credential = Given.Credential();

    [Fact]
    public void The_token_is_not_stored()
    {
        var made = Made();

        made.Token.ShouldStartWith(ConnectLink.Marker);
        made.Token.Length.ShouldBe(ConnectLink.Marker.Length + 43);
        made.Link.TokenHash.ShouldBe(ConnectLink.HashOf(made.Token));
        made.ToString().ShouldNotContain(made.Token);
    }

    [Fact]
    public void A_link_belongs_to_the_first_browser_that_continues_it()
    {
        var link = Bound();

        link.Bind(Mine, Now).Error.ShouldBeNull();
        link.Bind(Other, Now).Error.ShouldBe(ConnectLinkErrors.OtherBrowser);
        link.Admit(Other, Now).Error.ShouldBe(ConnectLinkErrors.OtherBrowser);
        link.Admit(null, Now).Error.ShouldBe(ConnectLinkErrors.OtherBrowser);
        link.Admit(Mine, Now).Error.ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_connected_through_a_link_that_nobody_continued() => Made().Link.Admit(Mine, Now).Error.ShouldBe(ConnectLinkErrors.NotBound);

    [Fact]
    public void A_refusal_does_not_use_it_up()
    {
        var link = Bound();

        link.Fail("github", new Error(ErrorKind.Invalid, "authorization_denied", "Refused"));

        link.StateAt(Now).ShouldBe(ConnectLinkState.Failed);
        link.FailureCode.ShouldBe("authorization_denied");
        link.Complete("github", Mine, Now).Error.ShouldBeNull();
        link.FailureCode.ShouldBeNull();
    }

    [Fact]
    public void Success_uses_it_up()
    {
        var link = Bound(OwnerId.User(Guid.NewGuid()));
        link.Complete("github", Mine, Now).Required();

        link.StateAt(Now.AddDays(1)).ShouldBe(ConnectLinkState.Completed);
        link.Complete("github", Mine, Now).Error.ShouldBe(ConnectLinkErrors.Used);
        link.Bind(Mine, Now).Error.ShouldBe(ConnectLinkErrors.Used);
    }

    [Fact]
    public void After_its_end_it_is_good_for_nothing()
    {
        var link = Bound();
        var late = Now + ConnectLink.DefaultLifetime;

        link.StateAt(late).ShouldBe(ConnectLinkState.Expired);
        link.Admit(Mine, late).Error.ShouldBe(ConnectLinkErrors.Expired);
        link.Hold("github", Mine, Credential, late).Error.ShouldBe(ConnectLinkErrors.Expired);
    }

    [Fact]
    public void What_is_held_is_released_once_and_for_the_code_of_the_browser_alone()
    {
        var link = Bound();
        link.Hold("github", Mine, Credential, Now).Required();

        link.Release(link.CodeOf(Other), Now).Error.ShouldBe(ConnectLinkErrors.CodeWrong);
        link.Release(link.CodeOf(Mine), Now).Required().ShouldBe(Credential);
        link.Held.ShouldBeNull();
        link.Release(link.CodeOf(Mine), Now).Error.ShouldBe(ConnectLinkErrors.Used);
    }

    [Fact]
    public void An_application_has_some_minutes_to_complete_what_was_finished_at_the_last_moment()
    {
        var link = Bound();
        var last = Now + ConnectLink.DefaultLifetime - TimeSpan.FromSeconds(1);
        link.Hold("github", Mine, Credential, last).Required();

        link.StateAt(last + ConnectLink.CompletionTime - TimeSpan.FromSeconds(1)).ShouldBe(ConnectLinkState.AwaitingCompletion);
        link.Release(link.CodeOf(Mine), last + ConnectLink.CompletionTime).Error.ShouldBe(ConnectLinkErrors.Expired);
    }

    [Fact]
    public void Only_an_external_owner_needs_completion()
    {
        Made().Link.NeedsCompletion.ShouldBeTrue();
        Made(OwnerId.User(new UserId(Guid.NewGuid()).Value)).Link.NeedsCompletion.ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://app.example.com/done?x=1", "https://app.example.com")]
    [InlineData("https://APP.example.com:8443/", "https://app.example.com:8443")]
    [InlineData("http://localhost:3000/done", "http://localhost:3000")]
    [InlineData("http://[::1]:3000/", "http://[::1]:3000")]
    [InlineData("http://app.example.com/", null)]
    [InlineData("https://app.example.com@evil.example/", null)]
    [InlineData("https://evil.example\\@app.example.com/", null)]
    [InlineData("https://app.example.com/#fragment", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("//app.example.com/", null)]
    public void Origin_is_read_as_browsers_read_it(string address, string? origin) => ReturnOrigin.Of(address).ShouldBe(origin);

    [Theory]
    [InlineData("{}", "https://server.example/x", true)]
    [InlineData("{}", "https://app.example/x", false)]
    [InlineData("""{"return_origins":["https://app.example"]}""", "https://app.example/x", true)]
    [InlineData("""{"return_origins":["https://app.example"]}""", "https://server.example/x", false)]
    [InlineData("""{"return_origins":["https://app.example"]}""", "https://app.example.evil.example/x", false)]
    [InlineData("""{"return_origins":"https://server.example"}""", "https://server.example/x", false)]
    public void An_organization_s_own_list_stands_before_the_server_s(string settings, string address, bool isAllowed) =>
        ReturnPlaces.In(settings).Allow(address, ["https://server.example"]).ShouldBe(isAllowed);

    private static NewConnectLink Made(OwnerId? owner = null) => ConnectLink.Create(
        new ConnectLinkId(Guid.NewGuid()), Given.Tenant, Given.Organization, owner ?? Given.Owner(),
        new ConnectLinkTerms(["github"], "default", [], null, null, null, IsPopup: false, ConnectLink.DefaultLifetime), new byte[32], Now);

    private static ConnectLink Bound(OwnerId? owner = null)
    {
        var link = Made(owner).Link;
        link.Bind(Mine, Now).Required();
        return link;
    }
}
