using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Runs;

public sealed partial class MailTests : IAsyncLifetime
{
    private readonly OutgoingServices _services = new();
    private Upstream _upstream = null!;

    public async Task InitializeAsync() => _upstream = await Upstream.StartAsync();

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Fact]
    public async Task Plain_mail_lands_base64url_encoded_at_its_pointer()
    {
        var message = await SendAsync("""{"to":"a@example.test","subject":"Hello","text":"Hi, Zoë\n"}""");

        message.ShouldContain("To: a@example.test\r\n");
        message.ShouldContain("Subject: Hello\r\n");
        message.ShouldContain("MIME-Version: 1.0\r\n");
        message.ShouldContain("Content-Type: text/plain; charset=utf-8\r\n");
        DecodedBodies(message).ShouldBe(["Hi, Zoë\n"]);
        message.ShouldNotContain("Cc:");
    }

    [Fact]
    public async Task Html_beside_text_makes_alternatives()
    {
        var message = await SendAsync("""{"to":"a@example.test","text":"Hi","html":"<b>Hi</b>"}""");

        message.ShouldContain("Content-Type: multipart/alternative; boundary=");
        DecodedBodies(message).ShouldBe(["Hi", "<b>Hi</b>"]);
    }

    [Fact]
    public async Task Addresses_are_written_anew()
    {
        var message = await SendAsync("""{"to":"\"B, \\\"C\\\"\" <b@example.test>, Zoë <z@exämple.test>","cc":["c@example.test","D <d@example.test>"]}""");

        var unfolded = Unfolded(message);
        unfolded.ShouldContain($"To: \"B, \\\"C\\\"\" <b@example.test>, =?utf-8?b?{Convert.ToBase64String("Zoë"u8)}?= <z@xn--exmple-cua.test>\r\n");
        unfolded.ShouldContain("Cc: c@example.test, D <d@example.test>\r\n");
    }

    [Fact]
    public async Task Many_recipients_are_folded()
    {
        var people = Enumerable.Range(1, 40).Select(number => $"Person {number} <p{number}@example.test>").ToArray();

        var message = await SendAsync($$"""{"to":"{{string.Join(',', people)}}"}""");

        Unfolded(message).ShouldContain($"To: {string.Join(", ", people)}\r\n");
        message.Split("\r\n").ShouldAllBe(line => line.Length <= 78);
    }

    [Fact]
    public async Task Answer_names_the_messages_before_it()
    {
        var references = string.Join(' ', Enumerable.Range(1, 20).Select(number => $"<CAGh{number}x@mail.example.test>"));

        var message = await SendAsync($$"""{"to":"a@example.test","in_reply_to":"<CAGh20x@mail.example.test>","references":"{{references}}"}""");

        Unfolded(message).ShouldContain($"In-Reply-To: <CAGh20x@mail.example.test>\r\nReferences: {references}\r\n");
        message.Split("\r\n").ShouldAllBe(line => line.Length <= 78);
    }

    [Theory]
    [InlineData("Grüße aus Köln, und noch viel mehr Text, damit es mehr als ein Wort wird: ÄÖÜ äöü ß 🚀🚀🚀")]
    [InlineData("=?UTF-8?B?ZXZpbA==?=")]
    [InlineData("and =?UTF-8?B?ZXZpbA==?= among =?UTF-8?B?ZXZpbA==?= words that have to be folded, since they are long")]
    [InlineData("two  spaces")]
    public async Task Subject_that_is_not_plain_is_made_of_encoded_words(string subject)
    {
        var message = await SendAsync($$"""{"to":"a@example.test","subject":"{{subject}}"}""");

        var line = Unfolded(message).Split("\r\n").Single(line => line.StartsWith("Subject: ", StringComparison.Ordinal));
        line.ShouldContain("=?");
        EncodedWord().Replace(line["Subject: ".Length..], word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value))).ShouldBe(subject);
        message.ShouldAllBe(character => character <= '~');
        message.Split("\r\n").ShouldAllBe(part => part.Length <= 78);
    }

    [Theory]
    [InlineData("subject", "Hi\\r\\nBcc: evil@example.test")]
    [InlineData("subject", "Hi\\nBcc: evil@example.test")]
    [InlineData("subject", "Hi\\rBcc: evil@example.test")]
    [InlineData("to", "a@example.test\\r\\nBcc: evil@example.test")]
    [InlineData("to", "\\\"A\\r\\nBcc: evil@example.test\\\" <a@example.test>")]
    [InlineData("to", "not an address")]
    [InlineData("to", "=?utf-8?b?DQpCY2M6IGVAeC55?= <a@example.test>")]
    [InlineData("to", "friends: a@example.test;")]
    [InlineData("to", "a@example.test b@example.test")]
    [InlineData("cc", "a@example.test, ,@")]
    [InlineData("references", "<a@example.test>\\r\\nBcc: evil@example.test")]
    [InlineData("to", "zoë@example.test")]
    public async Task Header_that_could_bring_another_one_is_refused(string parameter, string value)
    {
        var parameters = parameter == "to" ? $$"""{"to":"{{value}}"}""" : $$"""{"to":"a@example.test","{{parameter}}":"{{value}}"}""";

        var result = await RunAsync(parameters);

        result.Error!.Code.ShouldBe(RunErrors.ParametersInvalidCode);
        result.Error.Problems.ShouldHaveSingleItem().Pointer.ShouldBe("/" + parameter);
        _upstream.Requests.ShouldBeEmpty();
    }

    private static string Unfolded(string message) =>
        message.Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal);

    private static List<string> DecodedBodies(string message) =>
        [.. Body().Matches(message)
            .Select(match => Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups[1].Value.Replace("\r\n", "", StringComparison.Ordinal))))];

    private async Task<string> SendAsync(string parameters)
    {
        (await RunAsync(parameters)).Error.ShouldBeNull();
        var body = JsonElement.Parse(_upstream.Request.Text);
        body.GetProperty("message").GetProperty("thread").GetString().ShouldBe("fixed");
        return Encoding.ASCII.GetString(Base64Url.DecodeFromChars(body.GetProperty("message").GetProperty("raw").GetString()));
    }

    private Task<Result<RunContent>> RunAsync(string parameters)
    {
        string[] names = ["to", "cc", "subject", "in_reply_to", "references", "text", "html"];
        var action = Tools.Action("POST", "/send", [.. names.Select(name => Tools.Place(name, ParameterTarget.Mime))]).With(request => request with
        {
            FixedBody = Tools.Value("""{"message":{"thread":"fixed"}}"""),
            Mime = new MimeTemplate(
                "/message/raw",
                [new("To", "to"), new("Cc", "cc"), new("Subject", "subject"), new("In-Reply-To", "in_reply_to"), new("References", "references")],
                "text",
                "html"),
        });
        return _services.RunAsync(Tools.At(_upstream.Url), action, parameters);
    }

    /// <summary>RFC 2047, section 6.2: the blank between two encoded words is no part of the text.</summary>
    [GeneratedRegex(@"=\?utf-8\?b\?([A-Za-z0-9+/=]+)\?=(?: (?==\?utf-8))?", RegexOptions.None, 1000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"Content-Transfer-Encoding: base64\r\n\r\n([A-Za-z0-9+/=\r\n]*)", RegexOptions.NonBacktracking)]
    private static partial Regex Body();
}
