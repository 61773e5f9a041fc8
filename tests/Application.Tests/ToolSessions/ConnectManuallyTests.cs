using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Application.Tests.ToolSessions;

public sealed class ConnectManuallyTests
{
    private static readonly ToolSessionId Id = Given.SessionId("n8n");
    private static readonly AuthScheme Key = ATool.Scheme(AuthKind.ApiKey, ATool.Field("api_key", "token", "key"));
    private static readonly AuthScheme Basic = ATool.Scheme(AuthKind.Basic, ATool.Field("username"), ATool.Field("password"));

    [Theory]
    [InlineData("api_key")]
    [InlineData("token")]
    [InlineData("key")]
    public async Task Value_is_taken_under_its_name_and_under_its_aliases(string name)
    {
        using var application = new AnApplication(Tool(Key));

        (await application.ConnectAsync(Id, Value(name, "k1"))).Required();

        (await application.OpenAsync(Id))["api_key"].ShouldBe("k1");
    }

    [Fact]
    public async Task Own_name_goes_before_an_alias_and_an_empty_value_counts_as_none()
    {
        using var application = new AnApplication(Tool(Key));

        (await application.ConnectAsync(Id, Value("key", "alias"), Value("token", ""), Value("api_key", "own"))).Required();

        (await application.OpenAsync(Id))["api_key"].ShouldBe("own");
    }

    [Fact]
    public async Task First_scheme_that_the_values_fill_is_taken()
    {
        using var application = new AnApplication(Tool(ATool.OAuth("n8n"), Key, Basic));

        (await application.ConnectAsync(Id, Value("username", "ada"), Value("password", "p1"))).Required();

        application.Rows.Row(Id)!.Credential!.Scheme.ShouldBe("basic");
        application.Rows.Row(Id)!.Credential!.IsRefreshable.ShouldBeFalse();
    }

    [Fact]
    public async Task Credentials_that_could_not_be_tried_are_stored_and_it_is_said_why()
    {
        using var application = new AnApplication(Tool(Key));
        application.Runner.Verification = RunErrors.Unreachable("n8n", "no route to host");

        var connected = (await application.ConnectAsync(Id, Value("api_key", "k1"))).Required();

        connected.Untried.ShouldBe(RunErrors.Unreachable("n8n", "no route to host"));
        (await application.OpenAsync(Id))["api_key"].ShouldBe("k1");
    }

    [Fact]
    public async Task Credentials_that_the_service_took_are_stored_without_a_word()
    {
        using var application = new AnApplication(Tool(Key));

        (await application.ConnectAsync(Id, Value("api_key", "k1"))).Required().Untried.ShouldBeNull();
    }

    [Fact]
    public async Task Values_that_fill_no_scheme_are_refused_with_what_the_first_one_wants()
    {
        using var application = new AnApplication(Tool(Basic, Key));

        var error = (await application.ConnectAsync(Id, Value("other", "x"))).Error.ShouldNotBeNull();

        error.Problems.Select(one => (one.Pointer, one.Message)).ShouldBe([("/username", "is required"), ("/password", "is required")]);
        application.Rows.Row(Id).ShouldBeNull();
    }

    [Fact]
    public async Task Tool_with_OAuth_only_says_where_to_begin()
    {
        using var application = new AnApplication(Tool(ATool.OAuth("n8n")));

        (await application.ConnectAsync(Id, Value("access_token", "x"))).Error!.Message.ShouldContain("/auth/url/n8n");
    }

    [Fact]
    public async Task Refused_credential_is_not_stored()
    {
        using var application = new AnApplication(Tool(Key));
        application.Runner.Verification = RunErrors.InvalidCredentials("n8n");

        (await application.ConnectAsync(Id, Value("api_key", "k1"))).Error.ShouldBe(AuthorizationErrors.CredentialsRefused("N8n"));

        application.Rows.Row(Id).ShouldBeNull();
    }

    [Fact]
    public async Task Verification_that_is_switched_off_sends_no_request()
    {
        using var application = new AnApplication([Tool(Key)], services => services.Configure<ConnectionOptions>(options => options.VerifyCredentials = false));

        (await application.ConnectAsync(Id, Value("api_key", "k1"))).Required();

        application.Runner.Verified.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("api_key", "k1\r\nX-Admin: yes", "has control characters")]
    [InlineData("api_key", "k\0", "has control characters")]
    [InlineData("extra", "a\nb", "has control characters")]
    [InlineData("api_key", null, "has more than 8192 characters")]
    public async Task Value_that_does_not_fit_into_a_header_is_refused(string name, string? value, string problem)
    {
        using var application = new AnApplication(Tool(Key));

        var sent = new Dictionary<string, string> { ["api_key"] = "k1", [name] = value ?? new string('k', 8193) };
        var error = (await application.ConnectAsync(Id, sent)).Error.ShouldNotBeNull();

        error.Problems.Select(one => (one.Pointer, one.Message)).ShouldBe([("/" + name, problem)]);
        if (value is not null) error.Message.ShouldNotContain(value);
    }

    [Theory]
    [InlineData("javascript:alert(1)", "must be an http or https URL")]
    [InlineData("n8n.example", "must be an http or https URL")]
    [InlineData("https://other.org", "must match https://.*\\.example|https://localhost")]
    [InlineData("https://localhost.evil.org", "must match https://.*\\.example|https://localhost")]
    public async Task Connection_field_is_held_to_its_form(string value, string problem)
    {
        var field = ATool.Field("base_url") with { IsUrl = true, Pattern = @"https://.*\.example|https://localhost" };
        using var application = new AnApplication(Tool(Key) with { ConnectionFields = [field] });

        (await application.ConnectAsync(Id, Value("api_key", "k1"), Value("base_url", value)))
            .Error!.Problems.Select(one => (one.Pointer, one.Message)).ShouldBe([("/base_url", problem)]);
        (await application.ConnectAsync(Id, Value("api_key", "k1"), Value("base_url", "https://n8n.example"))).Error.ShouldBeNull();
    }

    [Theory]
    [InlineData(" https://n8n.example \n", "\tk1 ")]
    [InlineData("https://n8n.example", "k1\r\n")]
    public async Task Blanks_around_a_pasted_value_are_taken_off(string address, string key)
    {
        using var application = new AnApplication(Tool(Key) with { ConnectionFields = [ATool.Field("base_url") with { IsUrl = true }] });

        (await application.ConnectAsync(Id, Value("token", key), Value("base_url", address))).Required();

        var values = await application.OpenAsync(Id);
        (values["api_key"], values["base_url"]).ShouldBe(("k1", "https://n8n.example"));
    }

    [Fact]
    public async Task Password_keeps_its_blanks()
    {
        var scheme = ATool.Scheme(AuthKind.Basic, ATool.Field("username") with { IsSecret = false }, ATool.Field("password"));
        using var application = new AnApplication(Tool(scheme));

        (await application.ConnectAsync(Id, Value("username", " ada "), Value("password", " p1 "))).Required();

        var values = await application.OpenAsync(Id);
        (values["username"], values["password"]).ShouldBe(("ada", " p1 "));
    }

    [Theory]
    [InlineData("http://a:b@n8n.example", "must be an http or https URL without a user name, a query or a fragment")]
    [InlineData("http://n8n.example/?x=1", "must be an http or https URL without a user name, a query or a fragment")]
    [InlineData("http://intern.example", "leads to an address that is not allowed on this server")]
    public async Task Address_that_could_never_be_used_is_refused_when_connecting(string address, string problem)
    {
        var tool = Tool(Key) with { ConnectionFields = [ATool.Field("base_url") with { IsUrl = true }] };
        using var application = new AnApplication(tool with { Server = tool.Server with { Url = new("{base_url}/api") } });
        application.Addresses.RefusedHosts.Add("intern.example");

        var error = (await application.ConnectAsync(Id, Value("api_key", "k1"), Value("base_url", address))).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.Invalid);
        error.Problems.Select(one => (one.Pointer, one.Message)).ShouldBe([("/base_url", problem)]);
        application.Runner.Verified.ShouldBeEmpty();
        application.Rows.Row(Id).ShouldBeNull();
    }

    [Fact]
    public async Task Field_with_a_default_may_be_left_out_and_an_optional_one_too()
    {
        var scheme = ATool.Scheme(
            AuthKind.ApiKey, ATool.Field("api_key"), ATool.Field("region") with { Default = "eu" }, ATool.Field("note") with { IsRequired = false });
        using var application = new AnApplication(Tool(scheme));

        (await application.ConnectAsync(Id, Value("api_key", "k1"))).Required();

        var values = await application.OpenAsync(Id);
        values["region"].ShouldBe("eu");
        values.ContainsKey("note").ShouldBeFalse();
    }

    [Fact]
    public async Task Client_credentials_are_exchanged_for_a_token_that_can_be_asked_for_again()
    {
        var scheme = ATool.Scheme(AuthKind.ClientCredentials, ATool.Field("client_id"), ATool.Field("client_secret"));
        using var application = new AnApplication(Tool(scheme));

        (await application.ConnectAsync(Id, Value("client_id", "c"), Value("client_secret", "s"))).Required();

        application.Server.Requests.ShouldBe(["client_credentials c s"]);
        (await application.OpenAsync(Id))["access_token"].ShouldBe("machine-token");
        application.Rows.Row(Id)!.Credential!.IsRefreshable.ShouldBeTrue();
    }

    private static ToolDefinition Tool(params AuthScheme[] schemes) => ATool.With("n8n", [.. schemes]);

    private static KeyValuePair<string, string> Value(string name, string value) => new(name, value);
}
