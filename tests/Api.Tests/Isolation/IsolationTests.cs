using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Api.Hosting;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Isolation;

/// <summary>
/// The matrix: every endpoint that takes an id tells nobody without a token anything (401), a lower level that it may not (403), and those of another tenant,
/// another organization and another user that there is no such thing (404). The last call of each row, by who may, shows that the row asks the right thing.
/// </summary>
public sealed class IsolationTests(IsolationScene scene) : IClassFixture<IsolationScene>
{
    public static TheoryData<IsolationRow> Rows => [.. IsolationRows.All];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Object_is_there_for_those_only_who_may_have_it(IsolationRow row)
    {
        var (objects, tokens) = await scene.PrepareAsync();

        (await SendAsync(null)).With(401);
        if (row.Lower != Actor.None) (await SendAsync(tokens[row.Lower])).With(403);
        if (row.Stranger != Actor.None) (await SendAsync(tokens[row.Stranger], row.StrangerPath)).With(404);
        (await SendAsync(scene.OtherTenant)).Status.ShouldBe(row.Path.Contains("organization_id=", StringComparison.Ordinal) ? 403 : 404, row.Path);

        (await SendAsync(tokens[row.Allowed])).Status.ShouldBeInRange(200, 299, row.Path);

        Task<Reply> SendAsync(string? token, string? path = null) => scene.CallAsync(token, row.Method, Fill(path ?? row.Path), row.Body is null ? null : Fill(row.Body));

        string Fill(string text) => objects.Aggregate(text, (filled, pair) => filled.Replace($"{{{pair.Key}}}", pair.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_endpoint_that_takes_an_id_has_its_row()
    {
        var endpoints = scene.ModuleX.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<RequiredLevel>() is not null && TakesAnId(endpoint))
            .Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName).ToList();
        endpoints.Count.ShouldBeGreaterThan(30);

        endpoints.Except(IsolationRows.All.Select(row => row.Endpoint)).ShouldBeEmpty();
        IsolationRows.All.Select(row => row.Endpoint).ShouldBeUnique();
    }

    /// <summary>In its path; or in its body, as the one endpoint that assigns does.</summary>
    private static bool TakesAnId(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.Parameters.Any(parameter => parameter.Name.EndsWith("_id", StringComparison.Ordinal) || parameter.Name is "slug" or "domain")
        || endpoint.RoutePattern.RawText!.EndsWith("/assign", StringComparison.Ordinal);
}
