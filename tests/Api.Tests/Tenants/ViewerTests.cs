using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Api.Hosting;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Tenants;

/// <summary>A viewer reads, and changes and executes nothing, whatever the document.</summary>
public sealed class ViewerTests(TenantsScene scene) : IClassFixture<TenantsScene>
{
    private const string Refusal = "A viewer may read";

    [Fact]
    public async Task Every_endpoint_that_changes_or_executes_refuses_a_viewer()
    {
        var viewer = await scene.PersonAsync("viewer");
        var closed = Endpoints().Where(one => one.Method != "GET" || Has<ClosedToViewers>(one.Endpoint))
            .Where(one => !Has<OpenToViewers>(one.Endpoint)).ToList();
        closed.Count.ShouldBeGreaterThan(45);

        foreach (var (endpoint, method) in closed)
        {
            var reply = await viewer.CallAsync(method, PathOf(endpoint), method == "GET" ? null : new { });
            (reply.Status, reply.Text.Contains(Refusal, StringComparison.Ordinal))
                .ShouldBe((403, true), $"{method} {endpoint.RoutePattern.RawText}: {reply.Text}");
        }
    }

    [Fact]
    public async Task Reading_is_as_for_everybody_else()
    {
        var viewer = await scene.PersonAsync("viewer");
        foreach (var (endpoint, method) in Endpoints().Where(one => one.Method == "GET" && !Has<ClosedToViewers>(one.Endpoint)))
        {
            var reply = await viewer.CallAsync(method, PathOf(endpoint));
            reply.Status.ShouldBeLessThan(500, reply.Text);
            reply.Text.ShouldNotContain(Refusal);
        }

        foreach (
            var path in (string[])["/api/auth/me", "/api/auth/tools", "/api/tenants/users/", "/api/tenants/organizations/",
            "/api/tenants/audit-logs/", "/api/v1/users/me"])
            (await viewer.CallAsync("GET", path)).With(200);
        (await viewer.CallAsync("GET", "/api/auth/me")).With(200)["role"].ShouldBe("VIEWER");
    }

    [Fact]
    public async Task The_own_logins_stay_the_viewers()
    {
        var viewer = await scene.PersonAsync("viewer");
        var password = $"Bb2!{Guid.NewGuid():N}";

        (await viewer.CallAsync("POST", "/api/v1/auth/change-password", new { current_password = TenantsScene.Password, new_password = password })).With(200);
        var again = await scene.LogInAsync(viewer.Username, password);
        (await again.CallAsync("POST", "/api/auth/logout", new { token = again.Token })).With(200);
        await again.IsRefusedAsync();
    }

    [Fact]
    public async Task Who_becomes_a_viewer_is_one_within_a_second_and_can_be_more_again()
    {
        var person = await scene.PersonAsync();
        Task<Reply> RenameAsync() => person.CallAsync("PUT", "/api/v1/users/me", new { first_name = "Ada" });
        (await RenameAsync()).With(200);

        (await scene.Root.CallAsync("PUT", $"/api/tenants/users/{person.Number}/", new { role = "viewer" })).With(200);

        await Eventually.SoAsync("refusal of the viewer", async () => (await RenameAsync()).Status == 403);
        (await scene.Root.CallAsync("PUT", $"/api/tenants/users/{person.Number}/", new { role = "user" })).With(200);
        await Eventually.SoAsync("end of the refusal", async () => (await RenameAsync()).Status == 200);
    }

    [Fact]
    public async Task An_organizations_last_owner_is_no_viewer_and_a_viewer_no_owner_who_counts()
    {
        var (owner, second) = (await scene.PersonAsync(), await scene.PersonAsync());
        var organization = (await scene.Root.CallAsync("POST", "/api/organizations", new { slug = TenantsScene.NewName("org"), name = "Owned" }))
            .With(200).Json.GetProperty("organization").GetProperty("id").GetString();
        foreach (var person in (TenantPerson[])[owner, second])
        {
            var id = (await person.CallAsync("GET", "/api/auth/me")).With(200)["id"];
            (await scene.Root.CallAsync("POST", $"/api/organizations/{organization}/users", new { user_id = id, role = "owner" })).With(200);
        }

        (await ToViewerAsync(second)).With(200);
        (await ToViewerAsync(owner)).With(409);
        (await scene.Root.CallAsync("DELETE", $"/api/tenants/users/{owner.Number}/")).With(409);
        (await scene.Root.CallAsync("DELETE", $"/api/tenants/users/{second.Number}/")).With(200);

        Task<Reply> ToViewerAsync(TenantPerson person) => scene.Root.CallAsync("PUT", $"/api/tenants/users/{person.Number}/", new { role = "viewer" });
    }

    private IEnumerable<(RouteEndpoint Endpoint, string Method)> Endpoints() =>
        scene.ModuleX.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(Has<RequiredLevel>)
        .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => (endpoint, method)));

    private static bool Has<T>(RouteEndpoint endpoint)
        where T : class => endpoint.Metadata.GetMetadata<T>() is not null;

    /// <summary>With something that could stand at each place.</summary>
    private static string PathOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        segment.Parts[0] is RoutePatternLiteralPart literal ? literal.Content : "00000000-0000-7000-8000-000000000001"));
}
