using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Runs;

public sealed class RequestTests : IAsyncLifetime
{
    private readonly OutgoingServices _services = new();
    private Upstream _upstream = null!;

    public async Task InitializeAsync() => _upstream = await Upstream.StartAsync();

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Theory]
    [InlineData("../../admin", "/users/..%2F..%2Fadmin/repos")]
    [InlineData("a b/c?d#e", "/users/a%20b%2Fc%3Fd%23e/repos")]
    [InlineData("..\\\\x", "/users/..%5Cx/repos")]
    [InlineData("%2e%2e", "/users/%252e%252e/repos")]
    [InlineData("Zoë", "/users/Zo%C3%AB/repos")]
    public async Task Path_value_arrives_as_one_segment(string value, string target)
    {
        var action = Tools.Get("/users/{user}/repos", Tools.Place("user", ParameterTarget.Path));

        (await RunAsync(action, $$"""{"user":"{{value}}"}""")).Error.ShouldBeNull();

        _upstream.Request.Target.ShouldBe(target);
    }

    [Theory]
    [InlineData("/users/{user}/repos", """{"user":".."}""")]
    [InlineData("/users/{user}/repos", """{"user":"."}""")]
    [InlineData("/users/{user}/repos", """{"user":""}""")]
    [InlineData("/users/{user}/repos", "{}")]
    [InlineData("/files/{+user}", """{"user":"a/../../b"}""")]
    public async Task Path_value_that_would_leave_the_path_is_refused(string path, string parameters)
    {
        var result = await RunAsync(Tools.Get(path, Tools.Place("user", ParameterTarget.Path)), parameters);

        result.Error!.Code.ShouldBe(RunErrors.ParametersInvalidCode);
        result.Error.Problems.ShouldHaveSingleItem().Pointer.ShouldBe("/user");
        _upstream.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Path_value_with_plus_keeps_its_slashes()
    {
        await RunAsync(Tools.Get("/files/{+path}", Tools.Place("path", ParameterTarget.Path)), """{"path":"a b/c.txt"}""");

        _upstream.Request.Target.ShouldBe("/files/a%20b/c.txt");
    }

    [Fact]
    public async Task Base_path_of_the_server_stays_in_front()
    {
        await _services.RunAsync(Tools.At($"{_upstream.Url}api/v3/"), Tools.Get("/user"));

        _upstream.Request.Target.ShouldBe("/api/v3/user");
    }

    [Fact]
    public async Task Query_holds_fixed_values_repeated_and_joined_lists_objects_and_wrapped_text()
    {
        var action = Tools.Get(
                "/search?v=1",
                Tools.Place("q", ParameterTarget.Query),
                Tools.Place("tags", ParameterTarget.Query, "tag"),
                Tools.Place("ids", ParameterTarget.Query, comma: true),
                Tools.Place("filter", ParameterTarget.Query),
                Tools.Place("folder", ParameterTarget.Query, wrap: "'{}' in parents"),
                Tools.Place("deep", ParameterTarget.Query),
                Tools.Place("absent", ParameterTarget.Query))
            .With(request => request with { FixedQuery = [new("alt", "json & more")] });

        await RunAsync(action, """{"q":"a&b=c","tags":["x","y z"],"ids":[1,2],"filter":{"a":true},"folder":"it's","deep":false}""");

        _upstream.Request.Target.ShouldBe(
            "/search?v=1&alt=json%20%26%20more&q=a%26b%3Dc&tag=x&tag=y%20z&ids=1%2C2"
            + "&filter=%7B%22a%22%3Atrue%7D&folder=%27it%5C%27s%27%20in%20parents&deep=false");
    }

    [Fact]
    public async Task Headers_come_from_tool_action_and_parameters_with_sensible_defaults()
    {
        var action = Tools.Get("/x", Tools.Place("etag", ParameterTarget.Header, "If-None-Match"))
            .With(request => request with { FixedHeaders = [new("X-Version", "2022-11-28")] });

        await _services.RunAsync(Tools.At(_upstream.Url).Sending("X-Tool", "testy"), action, """{"etag":"\"abc\""}""");

        _upstream.Request.Header("X-Version").ShouldBe("2022-11-28");
        _upstream.Request.Header("X-Tool").ShouldBe("testy");
        _upstream.Request.Header("If-None-Match").ShouldBe("\"abc\"");
        _upstream.Request.Header("Accept").ShouldBe("application/json");
        _upstream.Request.Header("User-Agent")!.ShouldStartWith("ModuleX/");
        _upstream.Request.Header("traceparent").ShouldBeNull();
    }

    [Fact]
    public async Task Manifest_can_say_what_is_accepted()
    {
        await _services.RunAsync(Tools.At(_upstream.Url).Sending("accept", "application/vnd.testy+json"), Tools.Get("/x"));

        _upstream.Request.Header("Accept").ShouldBe("application/vnd.testy+json");
    }

    [Theory]
    [InlineData("a\\r\\nX-Evil: 1")]
    [InlineData("a\\nb")]
    [InlineData("a\\u0000b")]
    [InlineData("Zoë")]
    public async Task Header_value_that_could_end_its_line_is_refused(string value)
    {
        var result = await RunAsync(Tools.Get("/x", Tools.Place("h", ParameterTarget.Header, "X-H")), $$"""{"h":"{{value}}"}""");

        result.Error!.Code.ShouldBe(RunErrors.ParametersInvalidCode);
        result.Error.Problems.ShouldHaveSingleItem().Pointer.ShouldBe("/h");
        _upstream.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Credential_goes_where_the_scheme_says()
    {
        var scheme = new AuthScheme
        {
            Id = "mixed",
            Kind = AuthKind.Manual,
            Placements = [Tools.Header("Authorization", "Basic {basic}"), Tools.Header("X-Key", "key={api_key};"), Tools.Query("sig", "{api_key}")],
        };
        var credential = new CredentialValues([new("username", "zoë"), new("password", "p:w"), new("api_key", "k&1")]);

        (await _services.RunAsync(Tools.At(_upstream.Url, scheme), Tools.Get("/x"), credential: credential)).Error.ShouldBeNull();

        _upstream.Request.Header("Authorization").ShouldBe($"Basic {Convert.ToBase64String("zoë:p:w"u8)}");
        _upstream.Request.Header("X-Key").ShouldBe("key=k&1;");
        _upstream.Request.Target.ShouldBe("/x?sig=k%261");
    }

    [Theory]
    [InlineData("other", "value")]
    [InlineData("token", "")]
    [InlineData("token", "line\nbreak")]
    public async Task Credential_that_can_not_be_sent_is_an_invalid_credential(string field, string value)
    {
        var result = await _services.RunAsync(Tools.At(_upstream.Url, Tools.Bearer), Tools.Get("/x"), credential: new CredentialValues([new(field, value)]));

        result.Error!.Code.ShouldBe(RunErrors.InvalidCredentialsCode);
        _upstream.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Server_address_is_filled_with_connection_fields()
    {
        var tool = Tools.At("{base_url}/api");

        (await _services.RunAsync(tool, Tools.Get("/x"), credential: new([new("base_url", _upstream.Url.AbsoluteUri)]))).Error.ShouldBeNull();
        var missing = await _services.RunAsync(tool, Tools.Get("/x"));

        _upstream.Request.Target.ShouldBe("/api/x");
        missing.Error.ShouldBe(RunErrors.AddressInvalid("testy"));
    }

    [Fact]
    public async Task Other_server_of_an_action_must_be_an_allowed_host()
    {
        var action = Tools.Get("/x").With(request => request with { Server = new UrlTemplate($"http://localhost:{_upstream.Url.Port}") });
        var tool = Tools.At("http://service.example.test", Tools.Bearer);

        var refused = await _services.RunAsync(tool, action, credential: Tools.Secret());
        await using var localhostAllowed = new OutgoingServices(("Egress:Allow:0", "localhost"));
        var allowed = await localhostAllowed.RunAsync(tool.AllowingHosts("localhost"), action, credential: Tools.Secret());

        refused.Error!.Code.ShouldBe("egress_refused");
        allowed.Error.ShouldBeNull();
        _upstream.Request.Header("Authorization").ShouldNotBeNull();
    }

    private Task<Result<RunContent>> RunAsync(ActionDefinition action, string parameters = "{}") =>
        _services.RunAsync(Tools.At(_upstream.Url), action, parameters);
}
