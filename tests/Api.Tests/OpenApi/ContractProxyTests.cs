using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.OpenApi;

/// <summary>
/// The proxy before the servers of the tests tells what is not as the document says, and changes nothing else. Here it stands before a server that
/// says what a test wants.
/// </summary>
public sealed class ContractProxyTests : IAsyncLifetime
{
    private const string Health = """{"status":"healthy","service":"ModuleX","version":"1.0.0","environment":"Development"}""";

    private readonly Uri _own = FreePorts.TakeAddress();
    private readonly Uri _address = FreePorts.TakeAddress();
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private WebApplication _app = null!;
    private ContractProxy _proxy = null!;
    private RequestDelegate _answer = null!;

    [ContractProxyFact]
    public async Task An_answer_as_the_document_says_passes()
    {
        _answer = Json(200, Health);

        (await _client.GetReplyAsync("/health")).With(200).Text.ShouldBe(Health);
    }

    [ContractProxyTheory]
    [InlineData("""{"status":7,"service":"ModuleX","version":"1.0.0","environment":"Development"}""", 200,
        "response.body.status: Response body property status must be string")]
    [InlineData("""{"service":"ModuleX","version":"1.0.0","environment":"Development"}""", 200, "must have required property 'status'")]
    [InlineData("""{"status":"healthy","service":"ModuleX","version":"1.0.0","environment":"Development","more":1}""", 200,
        "must NOT have additional properties; found 'more'")]
    [InlineData("""{"detail":"I'm a teapot"}""", 418, "Unable to match the returned status code")]
    [InlineData("not JSON", 200, "the body is not JSON")]
    public async Task Any_other_answer_is_500_with_a_sentence(string body, int status, string sentence)
    {
        _answer = Json(status, body);

        var reply = (await _client.GetReplyAsync("/health")).With(500);

        reply.Text.ShouldStartWith(ContractProxy.Sign + $"Simple_System_Health (GET /health) answered {status}.");
        reply.Text.ShouldContain(sentence);
    }

    [ContractProxyFact]
    public async Task A_request_that_the_document_forbids_may_be_refused_and_not_taken()
    {
        const string path = "/api/auth/register";
        _answer = Json(422,
            """{"success":false,"error":{"code":"VALIDATION_ERROR","message":"m","details":{}},"detail":"m","timestamp":"2026-01-01T00:00:00Z"}""");
        (await _client.PostReplyAsync(path, new { email = 1 })).With(422);

        _answer = Json(201, "{}");
        var reply = (await _client.PostReplyAsync(path, new { email = 1 })).With(500);

        reply.Text.ShouldContain("request.body: Request body must have required property 'password'");
        reply.Text.ShouldContain("request.body.email: Request body property email must be string");
    }

    [ContractProxyFact]
    public async Task A_protected_operation_that_asks_for_no_token_is_told()
    {
        _answer = Json(200, """{"organizations":[],"total":0}""");

        (await _client.GetReplyAsync("/api/auth/me/organizations")).With(500).Text.ShouldContain("Invalid security scheme used");
    }

    [ContractProxyFact]
    public async Task A_path_that_the_document_does_not_have_is_404_and_nothing_else()
    {
        _answer = Json(404, "{}");
        (await _client.GetReplyAsync("/api/nowhere")).With(404);

        _answer = Json(200, "{}");
        (await _client.GetReplyAsync("/api/nowhere")).With(500).Text.ShouldContain("the document has no such operation");
    }

    [ContractProxyFact]
    public async Task Bytes_pass_as_they_are()
    {
        var seen = "";
        _answer = async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
            seen = $"{context.Request.Headers["X-Twice"].Count} {context.Request.Headers.Host} {context.Request.QueryString} {await reader.ReadToEndAsync()}";
            context.Response.Headers.SetCookie = new(["a=1", "b=2"]);
            context.Response.Redirect("https://example.com/elsewhere");
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await context.Response.WriteAsync("{ \"a\" : 1.0, \"a\": 1.00 }");
        };
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, _address.Port);
        await connection.GetStream()
            .WriteAsync(
                Encoding.Latin1.GetBytes(
                    "POST /nowhere?b=2&a=1&b=%20 HTTP/1.1\r\nHost: odd.example\r\nX-Twice: 1\r\nx-twice: 2\r\n"
                    + "Content-Length: 7\r\nConnection: close\r\n\r\n{\"a\" \u00ff}"));
        using var reader = new StreamReader(connection.GetStream(), Encoding.Latin1);

        var answer = await reader.ReadToEndAsync();

        seen.ShouldBe("2 odd.example ?b=2&a=1&b=%20 {\"a\" \u00ff}");
        answer.ShouldStartWith("HTTP/1.1 404 Not Found\r\n");
        answer.ShouldContain("Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n");
        answer.ShouldContain("{ \"a\" : 1.0, \"a\": 1.00 }");
    }

    [ContractProxyFact]
    public async Task Prism_can_read_every_schema_but_those_that_take_anything()
    {
        var run = await ProgramRun.OfAsync(
            ContractProxy.Folder, ContractProxy.Node, ["blind-spots.mjs", DocumentScene.FileOf("openapi.json")], TimeSpan.FromMinutes(2));

        var found = JsonElement.Parse(run.Succeeded().Output);

        found.GetProperty("blind").EnumerateArray().Select(one => one.GetString())
            .ShouldBe(["Platform_Preferences_Set body", "Tenants_Webhooks_Receive body"], ignoreOrder: true);
        found.GetProperty("answers").GetInt32().ShouldBeGreaterThan(Contract.Kept.Operations.Count);
        found.GetProperty("parameters").GetInt32().ShouldBeGreaterThan(100);
    }

    [ContractProxyFact]
    public void Every_exception_has_a_reason()
    {
        var exceptions = JsonElement.Parse(File.ReadAllText(Path.Combine(ContractProxy.Folder, "exceptions.json"))).EnumerateArray();

        exceptions.Where(exception => exception.GetProperty("reason").GetString()!.Length < 20
            || exception.GetProperty("operations").GetString() is not { Length: > 0 }
            || exception.GetProperty("message").GetString() is not { Length: > 20 }).ShouldBeEmpty();
    }

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(_own.OriginalString);
        _app = builder.Build();
        _app.Run(context => _answer(context));
        await _app.StartAsync();
        _proxy = await ContractProxy.StartAsync();
        await _proxy.RelayAsync(_own, _address);
        _client.BaseAddress = _address;
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _proxy.DisposeAsync();
        await _app.DisposeAsync();
    }

    private static RequestDelegate Json(int status, string body) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    };
}
