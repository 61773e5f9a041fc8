using System.Globalization;
using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Runs;

public sealed class FailureTests : IAsyncLifetime
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
    [InlineData(401, "invalid_credentials", ErrorKind.Invalid)]
    [InlineData(403, "upstream_refused", ErrorKind.Invalid)]
    [InlineData(404, "upstream_refused", ErrorKind.Invalid)]
    [InlineData(422, "upstream_refused", ErrorKind.Invalid)]
    [InlineData(429, "upstream_rate_limited", ErrorKind.RateLimited)]
    [InlineData(500, "upstream_failed", ErrorKind.Upstream)]
    [InlineData(503, "upstream_failed", ErrorKind.Upstream)]
    public async Task Status_says_what_failed(int status, string code, ErrorKind kind)
    {
        _upstream.Answer = context => Upstream.Json(context, """{"message":"no"}""", status);

        var error = (await RunAsync(Tools.Action("POST", "/x"))).Error!;

        error.Code.ShouldBe(code);
        error.Kind.ShouldBe(kind);
        if (code is "upstream_refused" or "upstream_failed")
        {
            error.Details[RunErrors.UpstreamStatusDetail].ShouldBe(status.ToString(CultureInfo.InvariantCulture));
            error.Details[RunErrors.UpstreamBodyDetail].ShouldBe("""{"message":"no"}""");
        }
    }

    [Fact]
    public async Task Missing_scope_is_recognized_in_the_challenge()
    {
        _upstream.Answer = context =>
        {
            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"x\", error=\"insufficient_scope\", scope=\"mail.read mail.send\"";
            return Upstream.Json(context, "{}", 403);
        };

        var error = (await RunAsync(Tools.Get())).Error!;

        error.Code.ShouldBe(RunErrors.MissingScopeCode);
        error.Details["missing_scopes"].ShouldBe("mail.read mail.send");
    }

    [Fact]
    public async Task Service_that_says_failures_with_200_is_understood()
    {
        var action = Tools.Get().Mapping(
            new ErrorRule { Kind = UpstreamFailureKind.InvalidCredentials, Path = Tools.Path("$.error"),
            AllowedValues = [Tools.Value("\"invalid_auth\""), Tools.Value("\"token_revoked\"")] },
            new ErrorRule { Kind = UpstreamFailureKind.MissingScope, Path = Tools.Path("$.error"),
            AllowedValues = [Tools.Value("\"missing_scope\"")], Scopes = Tools.Path("$.needed") },
            new ErrorRule { Kind = UpstreamFailureKind.RateLimited, Path = Tools.Path("$.error"), Contains = "RATE" },
            new ErrorRule { Kind = UpstreamFailureKind.Failed, Path = Tools.Path("$.ok"), AllowedValues = [Tools.Value("false")],
            Message = Tools.Path("$.error") });

        (await AnsweringAsync("""{"ok":false,"error":"token_revoked"}""")).ShouldBe(RunErrors.InvalidCredentials("testy"));
        (await AnsweringAsync("""{"ok":false,"error":"missing_scope","needed":"chat:write,users:read"}"""))!.Details["missing_scopes"]
            .ShouldBe("chat:write users:read");
        (await AnsweringAsync("""{"ok":false,"error":"ratelimited"}"""))!.Kind.ShouldBe(ErrorKind.RateLimited);
        (await AnsweringAsync("""{"ok":false,"error":"channel_not_found"}"""))!.Message.ShouldContain("channel_not_found");
        (await AnsweringAsync("""{"ok":true}""")).ShouldBeNull();

        async Task<Error?> AnsweringAsync(string body)
        {
            _upstream.Answer = context => Upstream.Json(context, body);
            return (await RunAsync(action)).Error;
        }
    }

    [Fact]
    public async Task Rate_limit_that_comes_as_403_with_headers_is_a_rate_limit()
    {
        var reset = DateTimeOffset.UtcNow.AddMinutes(10).ToUnixTimeSeconds();
        var action = Tools.Get().Mapping(new ErrorRule
        {
            Kind = UpstreamFailureKind.RateLimited, Statuses = [403, 429], Header = "X-RateLimit-Remaining", HeaderValue = "0",
                RetryAfterHeader = "X-RateLimit-Reset",
        });
        var remaining = "0";
        _upstream.Answer = context =>
        {
            context.Response.Headers["x-ratelimit-remaining"] = remaining;
            context.Response.Headers["x-ratelimit-reset"] = reset.ToString(CultureInfo.InvariantCulture);
            return Upstream.Json(context, "{}", 403);
        };

        var limited = (await RunAsync(action)).Error!;
        remaining = "12";
        var forbidden = (await RunAsync(action)).Error!;

        limited.Kind.ShouldBe(ErrorKind.RateLimited);
        limited.RetryAfter!.Value.ShouldBeInRange(TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10));
        forbidden.Code.ShouldBe("upstream_refused");
    }

    [Fact]
    public async Task Retry_after_may_be_seconds_or_a_date()
    {
        var value = "120";
        _upstream.Answer = context =>
        {
            context.Response.Headers.RetryAfter = value;
            return Upstream.Json(context, "{}", 429);
        };

        (await RunAsync(Tools.Get())).Error!.RetryAfter.ShouldBe(TimeSpan.FromSeconds(120));
        value = DateTimeOffset.UtcNow.AddMinutes(5).ToString("R", CultureInfo.InvariantCulture);
        (await RunAsync(Tools.Get())).Error!.RetryAfter!.Value.ShouldBeInRange(TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
        value = "soon";
        (await RunAsync(Tools.Get())).Error!.RetryAfter.ShouldBeNull();
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{0}/with/slashes+and=signs")]
    public async Task Body_in_the_error_does_not_echo_the_credential(string form)
    {
        var secret = string.Format(CultureInfo.InvariantCulture, form, Guid.NewGuid().ToString("N"));
        var padding = new string('x', 4080);
        _upstream.Answer = context => Upstream.Json(
            context,
            $"{secret} {Uri.EscapeDataString(secret)} {secret.Replace("/", "\\/", StringComparison.Ordinal)} {padding}{secret}",
            400);

        var error = (await _services.RunAsync(Tools.At(_upstream.Url, Tools.Bearer), Tools.Get(),
            credential: new CredentialValues([new("token", secret)]))).Error!;

        var body = error.Details[RunErrors.UpstreamBodyDetail];
        body.ShouldStartWith("*** *** *** xxx");
        body.Length.ShouldBeLessThanOrEqualTo(4096);
        body.ShouldNotContain(secret[..8]);
    }

    [Fact]
    public async Task Reason_in_the_error_does_not_echo_the_credential()
    {
        var credential = Tools.Secret();
        _upstream.Answer = context => Upstream.Json(context, $$"""{"message":"bad token {{credential["token"]}}\nsorry"}""", 400);
        var action = Tools.Get().Mapping(new ErrorRule { Kind = UpstreamFailureKind.InvalidRequest, Statuses = [400], Message = Tools.Path("$.message") });

        var error = (await _services.RunAsync(Tools.At(_upstream.Url, Tools.Bearer), action, credential: credential)).Error!;

        error.Message.ShouldContain("bad token *** sorry");
        error.ToString().ShouldNotContain(credential["token"]);
    }

    [Fact]
    public async Task Verification_uses_the_rules_of_the_tool()
    {
        var rule = new ErrorRule { Kind = UpstreamFailureKind.InvalidCredentials, Path = Tools.Path("$.error"),
            AllowedValues = [Tools.Value("\"invalid_auth\"")] };
        var own = new ErrorRule { Kind = UpstreamFailureKind.InvalidCredentials, Statuses = [404] };
        var tool = Tools.At(_upstream.Url, Tools.Bearer) with
        {
            Verification = new VerificationRequest("POST", "/auth.test?full=1", []),
            Errors = [rule],
            Actions = [Tools.Get().Mapping(own, rule)],
        };
        var credential = Tools.Secret();

        _upstream.Answer = context => Upstream.Json(context, """{"ok":false,"error":"invalid_auth"}""");
        (await _services.Runner.VerifyAsync(tool, Tools.Bearer, credential, default)).Error!.Code.ShouldBe(RunErrors.InvalidCredentialsCode);
        _upstream.Answer = context => Upstream.Send(context, "text/html", "fine"u8.ToArray());
        (await _services.Runner.VerifyAsync(tool, Tools.Bearer, credential, default)).Error.ShouldBeNull();
        _upstream.Answer = context => Upstream.Json(context, "{}", 404);
        (await _services.Runner.VerifyAsync(tool, Tools.Bearer, credential, default)).Error!.Code.ShouldBe("upstream_refused");

        _upstream.Requests[0].Method.ShouldBe("POST");
        _upstream.Requests[0].Target.ShouldBe("/auth.test?full=1");
        _upstream.Requests[0].Header("Authorization").ShouldBe($"Bearer {credential["token"]}");
    }

    private Task<Result<RunContent>> RunAsync(ActionDefinition action) => _services.RunAsync(Tools.At(_upstream.Url), action);
}
