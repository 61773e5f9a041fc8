using System.Net.Http.Headers;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.AuthX;

/// <summary>Document 3's login as clients written for FastAPI send it: the form of OAuth 2.0's password grant.</summary>
public sealed class FormLoginTests(AuthXScene scene) : IClassFixture<AuthXScene>
{
    [Theory]
    [InlineData("grant_type=password&username=root%40example.com&password={0}&scope=")]
    [InlineData("username=root%40example.com&password={0}&client_id=&client_secret=")]
    [InlineData("username=root&password={0}&organization_slug=default")]
    public async Task A_form_with_username_and_password_signs_in(string form)
    {
        var login = (await PostAsync(string.Format(null, form, Uri.EscapeDataString(AuthXScene.Password)))).With(200);

        login.Json.EnumerateObject().Select(member => member.Name).ShouldBe(["access_token", "refresh_token", "token_type", "expires_in", "user"]);
        (await scene.Anyone.CallAsync(HttpMethod.Get, "/api/v1/users/me", null, ("Authorization", $"Bearer {login["access_token"]}")))
            .With(200)["email"].ShouldBe("root@example.com");
    }

    [Theory]
    [InlineData("", """["body","username"] ["body","password"]""")]
    [InlineData("username=root", """["body","password"]""")]
    [InlineData("username=&password=x", """["body","username"]""")]
    [InlineData("username=a%01b&password=x", """["body","username"]""")]
    [InlineData("username=a%00b&password=x", """["body"]""")]
    [InlineData("username=a&username=b&password=x", """["body","username"]""")]
    [InlineData("grant_type=client_credentials&username=a&password=x", """["body","grant_type"]""")]
    public async Task A_form_that_is_wrong_is_told_as_json_is(string form, string places)
    {
        var problems = (await PostAsync(form)).With(422).Json.GetProperty("detail").EnumerateArray();

        problems.Select(problem => problem.GetProperty("loc").ToString()).ShouldBe(places.Split(' '));
    }

    [Fact]
    public async Task A_wrong_password_in_a_form_is_401_and_a_form_that_is_too_large_413()
    {
        (await PostAsync("username=nobody%40example.com&password=wrong")).With(401).Detail.ShouldBe("Invalid email or password");
        (await PostAsync("username=a&password=" + new string('x', 1024 * 1024))).With(413);
        (await PostAsync(string.Join('&', Enumerable.Range(0, 2000).Select(number => $"f{number}=x")))).With(422);
    }

    [Fact]
    public async Task The_document_describes_the_form()
    {
        var document = (await scene.Anyone.GetReplyAsync("/openapi/authx.json")).With(200).Json;
        var content = document.GetProperty("paths").GetProperty("/api/v1/auth/login").GetProperty("post").GetProperty("requestBody").GetProperty("content");

        content.EnumerateObject().Select(media => media.Name).ShouldBe(["application/json", "application/x-www-form-urlencoded"]);
        content.GetProperty("application/x-www-form-urlencoded").GetProperty("schema").GetProperty("required").EnumerateArray()
            .Select(name => name.GetString()).ShouldBe(["username", "password"]);
    }

    private async Task<Reply> PostAsync(string form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/login")
            { Content = new StringContent(form, new MediaTypeHeaderValue("application/x-www-form-urlencoded")) };
        if (form.Length > 1024 * 1024) request.Headers.ExpectContinue = true;
        return await scene.Anyone.ReplyAsync(request);
    }
}
