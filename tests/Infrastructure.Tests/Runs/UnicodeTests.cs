using System.Text;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Runs;

/// <summary>Answers in foreign charsets, and answers that are not Unicode.</summary>
public sealed class UnicodeTests : IAsyncLifetime
{
    private const string HalfAPair = """{"message":"\ud800"}""";

    private readonly OutgoingServices _services = new();
    private Upstream _upstream = null!;

    public async Task InitializeAsync() => _upstream = await Upstream.StartAsync();

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Theory]
    [InlineData("application/json; charset=utf-7", "{}")]
    [InlineData("application/json; charset=no-such-charset", "{}")]
    [InlineData("application/json; charset=utf-16", "{ }")]
    [InlineData("application/json", HalfAPair)]
    [InlineData("text/plain", """["\uDFFF\uD800"]""")]
    [InlineData("application/json", """{"\udc00":1}""")]
    public async Task Success_that_is_not_unicode_is_a_failure_of_the_service(string type, string body)
    {
        _upstream.Answer = context => Upstream.Send(context, type, Encoding.ASCII.GetBytes(body));
        var judged = Tools.Get() with { Response = new ResponseRules { Success = new SuccessRule(
            Tools.Path("$.message"), Tools.Value("\"x\""), Tools.Path("$.message")) } };

        foreach (var action in new[] { Tools.Get(), Tools.Get() with { Response = new ResponseRules { Select = Tools.Path("$.message") } }, judged })
            (await RunAsync(action)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.Upstream);
    }

    [Theory]
    [InlineData("application/json", HalfAPair)]
    [InlineData("application/json; charset=utf-7", """{"message":"bad"}""")]
    public async Task Refusal_whose_reason_can_not_be_read_is_a_failure_of_the_service_with_its_status(string type, string body)
    {
        _upstream.Answer = context => Upstream.Send(context, type, Encoding.ASCII.GetBytes(body), 422);
        var rule = new ErrorRule { Statuses = [422], Kind = UpstreamFailureKind.InvalidRequest, Message = Tools.Path("$.message") };

        foreach (var action in new[] { Tools.Get(), Tools.Get().Mapping(rule) })
        {
            var error = (await RunAsync(action)).Error.ShouldNotBeNull();
            error.Kind.ShouldBe(ErrorKind.Upstream);
            error.Details[RunErrors.UpstreamStatusDetail].ShouldBe("422");
        }
    }

    [Theory]
    [InlineData(401, RunErrors.InvalidCredentialsCode)]
    [InlineData(429, "upstream_rate_limited")]
    [InlineData(500, "upstream_failed")]
    public async Task Status_that_says_enough_keeps_its_meaning(int status, string code)
    {
        _upstream.Answer = context => Upstream.Json(context, HalfAPair, status);

        (await RunAsync(Tools.Get())).Error.ShouldNotBeNull().Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("utf8", new byte[] { (byte)'"', 0xC3, 0xA9, (byte)'"' }, "\"é\"")]
    [InlineData("US-ASCII", new byte[] { (byte)'"', 0xC3, 0xA9, (byte)'"' }, "\"é\"")]
    [InlineData("windows-1251", new byte[] { (byte)'"', 0xC4, 0xE0, (byte)'"' }, "\"Да\"")]
    [InlineData("shift_jis", new byte[] { (byte)'"', 0x93, 0xFA, (byte)'"' }, "\"日\"")]
    [InlineData("utf-16", new byte[] { 0xFF, 0xFE, (byte)'[', 0, (byte)']', 0 }, "[]")]
    public async Task Charsets_that_services_use_become_utf8(string charset, byte[] body, string expected)
    {
        _upstream.Answer = context => Upstream.Send(context, $"application/json; charset={charset}", body);

        Encoding.UTF8.GetString((await RunAsync(Tools.Get())).Required().ShouldBeOfType<RunContent.Json>().Utf8.Span).ShouldBe(expected);
    }

    [Fact]
    public async Task Any_content_that_can_not_be_decoded_is_handed_on_as_bytes()
    {
        _upstream.Answer = context => Upstream.Send(context, "text/plain; charset=utf-7", "+AGE-"u8.ToArray());

        var content = (await RunAsync(Tools.Get() with { Response = new ResponseRules { AcceptsAnyContent = true } })).Required();

        content.ShouldBeOfType<RunContent.Binary>().Bytes.ToArray().ShouldBe("+AGE-"u8.ToArray());
    }

    [Theory]
    [InlineData(499)]
    [InlineData(4095)]
    public async Task Long_reason_is_not_cut_inside_of_a_letter(int before)
    {
        var text = new string('x', before) + "\U0001F600" + new string('x', 5000);
        _upstream.Answer = context => Upstream.Send(context, "application/json", Encoding.UTF8.GetBytes($$"""{"message":"{{text}}"}"""), 400);
        var rule = new ErrorRule { Statuses = [400], Kind = UpstreamFailureKind.InvalidRequest, Message = Tools.Path("$.message") };

        var error = (await RunAsync(Tools.Get().Mapping(rule))).Error.ShouldNotBeNull();

        HasHalves(error.Message).ShouldBeFalse();
        _upstream.Answer = context => Upstream.Send(context, "text/plain", Encoding.UTF8.GetBytes(text), 400);
        HasHalves((await RunAsync(Tools.Get())).Error.ShouldNotBeNull().Details[RunErrors.UpstreamBodyDetail]).ShouldBeFalse();
    }

    private static bool HasHalves(string text) => text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar);

    private Task<Result<RunContent>> RunAsync(ActionDefinition action) => _services.RunAsync(Tools.At(_upstream.Url), action);
}
