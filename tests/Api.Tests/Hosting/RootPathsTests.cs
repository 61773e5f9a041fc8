using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using ModuleX.Api.Hosting;

namespace ModuleX.Api.Tests.Hosting;

/// <summary>Which requests at the root become those under <c>/api</c>, over a few endpoints of the root's surface and one of another.</summary>
public sealed class RootPathsTests
{
    private static readonly EndpointDataSource Endpoints = new DefaultEndpointDataSource(
        Endpoint("GET", "/"),
        Endpoint("GET", "/health"),
        Endpoint("GET", "/auth/tools"),
        Endpoint("PUT", "/auth/tools/{tool_name}/status"),
        Endpoint("GET", "/tools"),
        Endpoint("GET", "/tools/{tool_name:minlength(99)}"),
        Endpoint("POST", "/tools/{tool_name}/execute"),
        Endpoint("POST", "/auth/login", surface: "another"));

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/health")]
    [InlineData("POST", "/health")]
    [InlineData("GET", "/auth/tools")]
    [InlineData("GET", "/auth/tools/")]
    [InlineData("HEAD", "/auth/tools")]
    [InlineData("GET", "/Auth/TOOLS")]
    [InlineData("PUT", "/auth/tools/github/status")]
    [InlineData("GET", "/tools")]
    [InlineData("GET", "/tools/")]
    [InlineData("GET", "/tools/github")]
    [InlineData("POST", "/tools/github/execute")]
    [InlineData("POST", "/tools/github/execute/")]
    [InlineData("POST", "/authx")]
    [InlineData("GET", "/toolshed/github")]
    [InlineData("GET", "/nosuch")]
    [InlineData("GET", "/api/auth/me")]
    [InlineData("GET", "/docs/auth")]
    public Task A_request_for_the_surface_of_the_root_and_any_other_path_stays(string method, string path) => ShouldBecomeAsync(path, method, path);

    [Theory]
    [InlineData("POST", "/auth/login")]
    [InlineData("POST", "/auth/login/")]
    [InlineData("GET", "/auth")]
    [InlineData("GET", "/AUTH/ME")]
    [InlineData("POST", "/auth/tools")]
    [InlineData("HEAD", "/auth/tools/github/status")]
    [InlineData("DELETE", "/tools/x")]
    [InlineData("POST", "/tools//execute")]
    [InlineData("POST", "/tools/github/execute/now")]
    [InlineData("GET", "/system/users")]
    [InlineData("GET", "/organizations")]
    [InlineData("GET", "/integrations/")]
    [InlineData("GET", "/dashboard/stats")]
    [InlineData("GET", "/Monitoring/logs")]
    public Task A_request_that_the_surface_of_the_root_does_not_define_is_the_same_under_api(string method, string path) =>
        ShouldBecomeAsync("/api" + path, method, path);

    [Theory]
    [InlineData("/auth/tools", "Bearer abc", "/api/auth/tools")]
    [InlineData("/auth/tools", "bearer abc", "/api/auth/tools")]
    [InlineData("/auth/tools", "Basic abc", "/auth/tools")]
    [InlineData("/auth/tools", "Bearer", "/auth/tools")]
    [InlineData("/", "Bearer abc", "/")]
    [InlineData("/health", "Bearer abc", "/health")]
    [InlineData("/toolshed", "Bearer abc", "/toolshed")]
    public Task A_bearer_token_is_for_what_is_under_api(string path, string authorization, string expected) =>
        ShouldBecomeAsync(expected, "GET", path, authorization);

    [Fact]
    public async Task An_execution_passes_without_making_an_object()
    {
        var paths = new RootPaths(_ => Task.CompletedTask, Endpoints);
        var context = Request("POST", "/tools/github/execute", null);
        context.Request.Headers[ServiceAuthentication.Header] = "mx_key";
        await paths.InvokeAsync(context);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var count = 0; count < 100; count++) await paths.InvokeAsync(context);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Theory]
    [InlineData("/auth/{tool_name?}")]
    [InlineData("/auth/{**rest}")]
    [InlineData("/auth/{tool_name}.{format}")]
    [InlineData("/auth/{tool_name=github}")]
    public void A_pattern_that_can_not_be_told_without_the_frameworks_matcher_is_refused_at_the_start(string pattern) =>
        Should.Throw<NotSupportedException>(() => RootRoute.Of(Endpoint("GET", pattern)));

    private static async Task ShouldBecomeAsync(string expected, string method, string path, string? authorization = null)
    {
        var context = Request(method, path, authorization);
        string? passedOn = null;
        var paths = new RootPaths(
            passed =>
            {
                passedOn = passed.Request.Path;
                return Task.CompletedTask;
            },
            Endpoints);

        await paths.InvokeAsync(context);

        passedOn.ShouldBe(expected);
        context.Request.QueryString.Value.ShouldBe("?user_id=ada&next=/auth");
    }

    private static DefaultHttpContext Request(string method, string path, string? authorization)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.Path = path;
        context.Request.QueryString = new("?user_id=ada&next=/auth");
        if (authorization is not null) context.Request.Headers.Authorization = authorization;
        return context;
    }

    private static RouteEndpoint Endpoint(string method, string pattern, string? surface = null) => new(
        _ => Task.CompletedTask, RoutePatternFactory.Parse(pattern), 0,
        new EndpointMetadataCollection(new HttpMethodMetadata([method]), new EndpointGroupNameAttribute(surface ?? SurfaceList.Of("/").Name)), pattern);
}
