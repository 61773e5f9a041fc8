using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Tests.Shared;

namespace ModuleX.Architecture.Tests;

/// <summary>The endpoints of the server as it is built, with everything that a setting can switch on.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("modulex-endpoints-").FullName;
    private WebApplication _app = null!;
    private List<RouteEndpoint> _endpoints = [];

    public Task InitializeAsync()
    {
        _app = ModuleXHost.Build(
        [
            "--environment=Development", $"--Database:ConnectionString=Data Source={Path.Combine(_folder, "modulex.db")}",
            $"--Catalog:Path={Repository.PathOf("integrations")}", "--MockServices:Enabled=true",
        ]);
        _endpoints = [.. ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void No_two_endpoints_have_one_verb_and_pattern() => _endpoints
        .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"])
            .Select(verb => $"{verb} /{Regular(endpoint.RoutePattern.RawText!)}"))
        .ShouldBeUnique();

    [Fact]
    public void Every_endpoint_of_a_surface_has_a_name_of_surface_topic_and_verb()
    {
        var ofSurfaces = _endpoints.Where(endpoint => SurfaceOf(endpoint) is not null).ToList();
        ofSurfaces.Count.ShouldBeGreaterThanOrEqualTo(14);

        ofSurfaces.Where(endpoint => NameOf(endpoint) is not { } name || name.Split('_') is not [var surface, { Length: > 0 }, { Length: > 0 }]
            || surface != SurfaceOf(endpoint))
            .Select(endpoint => $"{endpoint.RoutePattern.RawText}: {NameOf(endpoint) ?? "no name"}").ShouldBeEmpty();
    }

    [Fact]
    public void Names_are_unique() => _endpoints.Select(NameOf).OfType<string>().ShouldBeUnique();

    [Fact]
    public void Every_endpoint_that_tries_secrets_has_the_strict_rate()
    {
        string[] verbs = ["Register", "Login", "Refresh", "Bootstrap", "ChangePassword"];
        var trying = _endpoints.Where(endpoint => verbs.Contains(NameOf(endpoint)?.Split('_')[^1])).ToList();
        trying.Count.ShouldBeGreaterThanOrEqualTo(8);

        trying.Where(endpoint => endpoint.Metadata.GetMetadata<StrictRate>() is null).Select(NameOf).ShouldBeEmpty();
    }

    [Fact]
    public void Every_endpoint_that_executes_counts_for_its_tool()
    {
        var executing = _endpoints.Where(endpoint => NameOf(endpoint)?.EndsWith("_Execute", StringComparison.Ordinal) == true).ToList();
        executing.ShouldNotBeEmpty();

        executing.Where(endpoint => endpoint.Metadata.GetMetadata<RunRate>() is null || endpoint.RoutePattern.GetParameter(RunRate.ToolValue) is null)
            .Select(NameOf).ShouldBeEmpty();
    }

    [Fact]
    public void Every_endpoint_asks_for_a_scope_or_a_level_or_is_known_to_be_open()
    {
        string[] open =
        [
            "Simple_System_Root", "Simple_System_Health", "Simple_Tools_List", "Simple_Tools_Get", "Simple_Auth_Callback",
            "ModuleX_Auth_Register", "ModuleX_Auth_Login", "ModuleX_Auth_Refresh", "ModuleX_Auth_Callback", "ModuleX_System_Bootstrap",
            "ModuleX_System_Health", "ModuleX_System_GetDeploymentStatus",
            "AuthX_Auth_Register", "AuthX_Auth_Login", "AuthX_Auth_Refresh",
            "Tenants_Auth_Login",
            "Tenants_Webhooks_Receive",
            "Tenants_Mock_ListUsers", "Tenants_Mock_CreateUser", "Tenants_Mock_ListSubscriptions", "Tenants_Mock_CreateSubscription",
            "Tenants_Mock_ListNotifications", "Tenants_Mock_CreateNotification", "Tenants_Mock_Health", "Tenants_Mock_GetData",
        ];

        _endpoints.Where(endpoint => SurfaceOf(endpoint) is not null && endpoint.Metadata.GetMetadata<RequiredScope>() is null
            && endpoint.Metadata.GetMetadata<RequiredLevel>() is null)
            .Select(NameOf).ShouldBe(open, ignoreOrder: true);
    }

    [Fact]
    public void Exceptions_from_what_a_viewer_may_do_are_known()
    {
        _endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<OpenToViewers>() is not null).Select(NameOf)
            .ShouldBe(
                ["AuthX_Auth_Logout", "AuthX_Auth_ChangePassword", "Platform_Auth_Logout", "Platform_Sessions_End", "Platform_Events_Connect",
                "Platform_Tickets_Create"], ignoreOrder: true);
        _endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<ClosedToViewers>() is not null).Select(NameOf).ShouldBe(["ModuleX_Auth_GetUrl"]);
    }

    private static string? NameOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;

    private static string? SurfaceOf(RouteEndpoint endpoint)
    {
        var handler = endpoint.Metadata.GetMetadata<MethodInfo>()?.DeclaringType?.FullName;
        return handler is not null && handler.StartsWith("ModuleX.Api.Surfaces.", StringComparison.Ordinal) ? handler.Split('.')[3] : null;
    }

    /// <summary>Parameters match whatever they are called, and slashes at the end never matter.</summary>
    private static string Regular(string pattern) =>
        string.Join('/', pattern.Trim('/').Split('/').Select(segment => segment.StartsWith('{') ? "{}" : segment.ToLowerInvariant()));
}
