using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.Simple;

namespace ModuleX.Api.Tests.Hosting;

/// <summary>The root and <c>/api</c> are two base URLs of one API, and the root is document 2's besides.</summary>
public sealed class BaseUrlTests(SimpleScene scene) : IClassFixture<SimpleScene>
{
    private const string MadeUpToken = "Bearer made-up";

    [Theory]
    [InlineData("GET", "/auth/tools?user_id=ada", 200)]
    [InlineData("GET", "/auth/tools/?user_id=ada", 200)]
    [InlineData("GET", "/AUTH/Tools?user_id=ada", 200)]
    [InlineData("GET", "/tools/github", 200)]
    [InlineData("POST", "/tools/github/execute?user_id=nobody", 400)]
    [InlineData("HEAD", "/tools", 405)]
    [InlineData("GET", "/health", 200)]
    [InlineData("PATCH", "/health", 405)]
    public async Task What_document_2_defines_is_its_own(string method, string path, int status)
    {
        var reply = await scene.Client.CallAsync(new HttpMethod(method), path);

        reply.With(status);
    }

    [Theory]
    [InlineData("GET", "/auth/tools?user_id=ada", MadeUpToken)]
    [InlineData("GET", "/tools/github", MadeUpToken)]
    [InlineData("POST", "/auth/login", null)]
    [InlineData("GET", "/AUTH/ME", null)]
    [InlineData("DELETE", "/tools/x", null)]
    [InlineData("GET", "/system/nosuch", null)]
    [InlineData("GET", "/organizations/", null)]
    [InlineData("GET", "/integrations/nosuch", null)]
    [InlineData("GET", "/dashboard/nosuch/", MadeUpToken)]
    [InlineData("GET", "/monitoring/nosuch", null)]
    public async Task Everything_else_is_answered_as_under_api(string method, string path, string? authorization)
    {
        (string, string)[] headers = authorization is null ? [] : [("Authorization", authorization)];

        var atRoot = await scene.Client.CallAsync(new HttpMethod(method), path, null, headers);
        var underApi = await scene.Client.CallAsync(new HttpMethod(method), "/api" + path, null, headers);

        atRoot.With(underApi.Status).ContentType.ShouldBe(underApi.ContentType);
        atRoot.Status.ShouldNotBe(200);
        atRoot.Json.EnumerateObject().Select(property => property.Name).ShouldBe(underApi.Json.EnumerateObject().Select(property => property.Name));
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/")]
    public async Task A_token_changes_nothing_elsewhere(string path) =>
        (await scene.Client.CallAsync(HttpMethod.Get, path, null, ("Authorization", MadeUpToken))).With(200);
}
