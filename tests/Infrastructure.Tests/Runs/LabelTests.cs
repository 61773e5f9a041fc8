using System.Text;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Runs;

/// <summary>What a service calls an account, read from its answer to the verification.</summary>
public sealed class LabelTests : IAsyncLifetime
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
    [InlineData("""{ "login": "ada" }""", "ada")]
    [InlineData("""{ "login": "ada", "id": 7 }""", "ada")]
    [InlineData("""{ "id": 7 }""", "7")]
    [InlineData("""{ "login": null, "id": 12345678901234567890 }""", "12345678901234567890")]
    [InlineData("""{ "login": "", "id": "a-7" }""", "a-7")]
    [InlineData("""{ "login": " \n\u0000 ", "id": "a-7" }""", "a-7")]
    [InlineData("""{ "login": { "name": "ada" }, "id": true }""", null)]
    [InlineData("""{ "login": "\t Ada\u0007 Lovelace\r\n" }""", "Ada Lovelace")]
    [InlineData("[]", null)]
    [InlineData("{}", null)]
    [InlineData("", null)]
    public async Task First_place_that_has_a_text_or_a_number_is_taken_and_cleaned(string answer, string? label)
    {
        _upstream.Answer = context => Upstream.Json(context, answer);

        (await VerifyAsync("$.login", "$.id")).Required().ShouldBe(label);
    }

    [Theory]
    [InlineData("text/html", "<p>Fine</p>")]
    [InlineData("application/json", "{ \"login\": ")]
    [InlineData("application/json", "{ \"login\": \"\\ud83d\" }")]
    public async Task Answer_that_can_not_be_read_has_no_label_and_is_a_success_all_the_same(string contentType, string answer)
    {
        _upstream.Answer = context => Upstream.Send(context, contentType, Encoding.UTF8.GetBytes(answer));

        (await VerifyAsync("$.login")).Required().ShouldBeNull();
    }

    [Fact]
    public async Task Long_label_is_cut_and_never_in_the_middle_of_a_letter()
    {
        _upstream.Answer = context => Upstream.Json(context, $$"""{ "login": "{{new string('a', 199)}}😀" }""");

        (await VerifyAsync("$.login")).Required().ShouldBe(new string('a', 199));
    }

    [Fact]
    public async Task Credential_that_the_service_repeats_does_not_become_the_label()
    {
        var credential = Tools.Secret();
        _upstream.Answer = context => Upstream.Json(context, $$"""{ "login": "ada {{credential["token"]}}" }""");

        (await VerifyAsync(credential, "$.login")).Required().ShouldBe("ada ***");
    }

    [Fact]
    public async Task Tool_whose_manifest_names_no_place_gives_no_label()
    {
        _upstream.Answer = context => Upstream.Json(context, """{ "login": "ada" }""");

        (await VerifyAsync()).Required().ShouldBeNull();
    }

    private Task<Result<string?>> VerifyAsync(params string[] places) => VerifyAsync(Tools.Secret(), places);

    private Task<Result<string?>> VerifyAsync(CredentialValues credential, params string[] places)
    {
        var tool = Tools.At(_upstream.Url, Tools.Bearer) with { Verification = new("GET", "/me", [.. places.Select(Tools.Path)]) };
        return _services.Runner.VerifyAsync(tool, Tools.Bearer, credential, CancellationToken.None);
    }
}
