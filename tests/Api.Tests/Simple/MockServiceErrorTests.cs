using System.Text.Json;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Simple;

/// <summary>How the mock services of document 4 refuse: <c>{status: failure, error, data: null}</c>.</summary>
public sealed class MockServiceErrorTests(SimpleScene scene) : IClassFixture<SimpleScene>
{
    private HttpClient Client => scene.Client;

    [Theory]
    [InlineData("/api/mock/users", """{"email":"not an address","name":"n"}""", 400)]
    [InlineData("/api/mock/users", """{"name":"n"}""", 400)]
    [InlineData("/api/mock/users", """{"email":null,"name":"n"}""", 400)]
    [InlineData("/api/mock/users", """{"email":"c@example.com","name":"n","status":"odd"}""", 400)]
    [InlineData("/api/mock/users", """{"email":"c@example.com","name":"n","name":"m"}""", 400)]
    [InlineData("/api/mock/users", "not json", 400)]
    [InlineData("/api/mock/subscriptions", """{"user_id":"0195d3a0-0000-7000-8000-000000000000","plan":"premium","amount":"1.00"}""", 404)]
    [InlineData("/api/mock/subscriptions", """{"user_id":"odd","plan":"premium","amount":"1.00"}""", 400)]
    [InlineData("/api/mock/subscriptions", """{"user_id":"0195d3a0-0000-7000-8000-000000000000","plan":"gold","amount":"1.00"}""", 400)]
    [InlineData("/api/mock/subscriptions", """{"user_id":"0195d3a0-0000-7000-8000-000000000000","plan":"premium","amount":"1.005"}""", 400)]
    [InlineData("/api/mock/subscriptions", """{"user_id":"0195d3a0-0000-7000-8000-000000000000","plan":"premium","amount":"much"}""", 400)]
    [InlineData("/api/mock/notifications", """{"user_id":"0195d3a0-0000-7000-8000-000000000000","type":"pigeon","subject":"s","message":"m"}""", 400)]
    public async Task A_body_that_is_wrong_is_refused_in_the_documents_envelope(string path, string body, int status)
    {
        var reply = (await Client.PostReplyAsync(path, body)).With(status);

        ShouldBeFailure(reply);
    }

    [Fact]
    public async Task A_path_that_is_unknown_is_refused_in_the_documents_envelope()
    {
        ShouldBeFailure((await Client.GetReplyAsync("/api/mock/nosuch")).With(404));
        ShouldBeFailure((await Client.GetReplyAsync("/api/mock/api/data/nosuch")).With(400));
        ShouldBeFailure((await Client.DeleteReplyAsync("/api/mock/users")).With(405));
    }

    [Theory]
    [InlineData("default", 200)]
    [InlineData("", 200)]
    [InlineData("nosuch", 404)]
    public async Task The_tenant_is_named_by_its_header(string domain, int status)
    {
        var reply = await Client.CallAsync(HttpMethod.Get, "/api/mock/users", null, ("X-Tenant-Domain", domain));

        reply.With(status);
        if (status != 200) ShouldBeFailure(reply);
    }

    private static void ShouldBeFailure(Reply reply)
    {
        reply.Json.EnumerateObject().Select(property => property.Name).ShouldBe(["status", "error", "data"], reply.Text);
        reply["status"].ShouldBe("failure");
        reply["error"].ShouldNotBeNullOrWhiteSpace();
        reply.Json.GetProperty("data").ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
