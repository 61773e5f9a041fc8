using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Tests.Catalog;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Runs;

/// <summary>GitHub names the scopes that would do, and those that the token has, in every answer to an OAuth token.</summary>
public sealed class ScopeTests : IAsyncLifetime
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
    [InlineData("repo", "gist, notifications", "missing_scope")]
    [InlineData("admin:org, write:org", "", "missing_scope")]
    [InlineData("repo, public_repo", "gist, repo", "upstream_refused")]
    [InlineData("", "repo", "upstream_refused")]
    [InlineData("repo", null, "upstream_refused")]
    public async Task Refusal_of_GitHub_is_for_want_of_a_scope_only_where_one_is_missing(string needed, string? held, string code)
    {
        var error = await RefusedAsync(needed, held);

        error.Code.ShouldBe(code);
        if (code == RunErrors.MissingScopeCode) error.Details["missing_scopes"].ShouldBe(needed.Replace(",", "", StringComparison.Ordinal));
        else error.Message.ShouldContain("Must have admin rights to Repository.");
    }

    private async Task<Error> RefusedAsync(string needed, string? held)
    {
        _upstream.Answer = context =>
        {
            context.Response.Headers["X-Accepted-OAuth-Scopes"] = needed;
            if (held is not null) context.Response.Headers["X-OAuth-Scopes"] = held;
            return Upstream.Json(context, """{"message":"Must have admin rights to Repository."}""", 403);
        };
        await using var catalog = new ACatalog(Repository.PathOf("integrations"), [("Tools:github:Server", _upstream.Url.OriginalString)]);
        var tool = (await catalog.LoadAsync(Repository.PathOf("integrations"))).Tools.Single(one => one.Name == "github");
        var action = tool.FindAction("get_user_info").Required();
        var arguments = ActionArguments.Read("github", action, default).Required();
        return (await _services.Runner.RunAsync(new(tool, action, arguments, tool.Auth[0], Tools.Secret(CredentialValues.AccessToken)), default))
            .Error.ShouldNotBeNull();
    }
}
