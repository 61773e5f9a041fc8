using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Api.Hosting;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Isolation;

/// <summary>
/// The matrix: every endpoint that takes an id answers 401 without a token, 403 to a lower level, and 404 to callers of another
/// tenant, of another organization and to another user. What administers the platform is 403 to the super admin of another tenant,
/// who reads nothing of this one in any list either. The last call of each row, by who may, shows that the row asks the right thing.
/// </summary>
public sealed class IsolationTests(IsolationScene scene) : IClassFixture<IsolationScene>
{
    public static TheoryData<IsolationRow> Rows => [.. IsolationRows.All];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Object_is_there_for_those_only_who_may_have_it(IsolationRow row)
    {
        var (objects, tokens) = await scene.PrepareAsync();

        // In Development a caller of this machine without a token is a backend, where an endpoint is for those, too.
        (await SendAsync(IsForServices(row) ? "none" : null)).With(401);
        if (row.Lower != Actor.None) (await SendAsync(tokens[row.Lower])).With(403);
        if (row.Stranger != Actor.None) (await SendAsync(tokens[row.Stranger], row.StrangerPath)).With(404);
        (await SendAsync(scene.OtherTenant)).Status.ShouldBe(
            row.IsOfPlatform || row.Path.Contains("organization_id=", StringComparison.Ordinal) ? 403 : 404, row.Path);

        (await SendAsync(tokens[row.Allowed])).Status.ShouldBeInRange(200, 299, row.Path);

        Task<Reply> SendAsync(string? token, string? path = null) => scene.CallAsync(
            token, row.Method, Fill(path ?? row.Path), row.Body is null ? null : Fill(row.Body));

        string Fill(string text) => objects.Aggregate(text, (filled, pair) => filled.Replace($"{{{pair.Key}}}", pair.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_super_admin_of_another_tenant_reads_nothing_of_this_one()
    {
        var (objects, _) = await scene.PrepareAsync();
        var own = (await scene.CallAsync(scene.OtherTenant, "GET", "/api/tenants/organizations")).With(200).Json.GetProperty("data")[0]
            .GetProperty("id").GetString();
        string[] secrets = [.. objects.Values.Where(value => Guid.TryParse(value, out _)),
            .. objects.Where(pair => pair.Key is "slug" or "domain").Select(pair => pair.Value), "@example.com"];

        var lists = Endpoints()
            .Where(endpoint => !TakesAnId(endpoint) && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET")).ToList();
        lists.Count.ShouldBeGreaterThan(40);

        foreach (var list in lists)
        {
            var path = "/" + string.Join(
                '/', list.RoutePattern.PathSegments.Select(segment => segment.Parts[0] is RoutePatternLiteralPart literal ? literal.Content : "slack"));
            if (list.Metadata.GetMetadata<RequiredLevel>()!.Level is AccessLevel.OrganizationMember or AccessLevel.OrganizationAdmin)
            {
                (await scene.CallAsync(scene.OtherTenant, "GET", $"{path}?organization_id={objects["organization"]}")).With(403);
                path += $"?organization_id={own}";
            }
            var reply = await scene.CallAsync(scene.OtherTenant, "GET", path);
            reply.Status.ShouldBeLessThan(500, reply.Text);
            foreach (var secret in secrets) reply.Text.ShouldNotContain(secret, Case.Sensitive, path);
        }
    }

    [Fact]
    public void Every_endpoint_that_takes_an_id_or_administers_the_platform_has_its_row()
    {
        var endpoints = Endpoints().Where(endpoint => TakesAnId(endpoint) || IsOfPlatform(endpoint)).Select(NameOf).ToList();
        endpoints.Count.ShouldBeGreaterThan(30);

        endpoints.Except(IsolationRows.All.Select(row => row.Endpoint)).ShouldBeEmpty();
        IsolationRows.All.Select(row => row.Endpoint).ShouldBeUnique();
        IsolationRows.All.Where(row => row.IsOfPlatform).Select(row => row.Endpoint)
            .ShouldBe(Endpoints().Where(IsOfPlatform).Select(NameOf), ignoreOrder: true);
    }

    private IEnumerable<RouteEndpoint> Endpoints() => scene.ModuleX.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<RequiredLevel>() is not null);

    private bool IsForServices(IsolationRow row) =>
        Endpoints().Single(endpoint => NameOf(endpoint) == row.Endpoint).Metadata.GetMetadata<RequiredScope>() is not null;

    private static string NameOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName;

    private static bool IsOfPlatform(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<RequiredLevel>()!.Level is AccessLevel.PlatformAdmin or AccessLevel.PlatformSuperAdmin;

    /// <summary>In its path; or in its body, as the one endpoint that assigns does.</summary>
    private static bool TakesAnId(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.Parameters.Any(parameter => parameter.Name.EndsWith("_id", StringComparison.Ordinal) || parameter.Name is "slug" or "domain")
        || endpoint.RoutePattern.RawText!.EndsWith("/assign", StringComparison.Ordinal);
}
