using Microsoft.Extensions.DependencyInjection;
using ModuleX.Api.Tests.Events;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Application.Events;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.Tests.Platform;

/// <summary>What the server answers is of the types of document 5, as the compiler of their language has it. An endpoint joins with one line.</summary>
public sealed class DocumentTypesTests
{
    [TypeScriptFact]
    public async Task Answers_are_of_the_types_of_the_document()
    {
        await using var scene = await PlatformScene.StartAsync();
        var root = scene.Root.Client;
        var config = (await root.GetReplyAsync("/api/config")).With(200);
        var profile = (
            await root.PostReplyAsync("/api/config/profiles",
            new { name = "Usual", description = "As it is", config = config.Json.GetProperty("config") })).With(201);
        (await root.PutReplyAsync("/api/modules/notes", new { settings = new { LEDGER_REGION = "north" } })).With(200);
        (await root.PutReplyAsync("/api/modules/notes/rating", new { rating = 4 })).With(200);
        var login = (await scene.LoginAsync("root")).With(200);

        var compiler = new TypeScriptCompiler()
            .Expect("AuthToken & { user: unknown }", login)
            .Expect("AuthToken & { user: unknown }",
                (await scene.Server.Client.PostReplyAsync("/api/auth/refresh", new { refresh_token = login["refresh_token"] })).With(200))
            .Expect("SessionListResponse", (await root.GetReplyAsync("/api/auth/sessions")).With(200))
            .Expect("ConfigResponse", config)
            .Expect("ConfigResponse", (await root.PutReplyAsync("/api/config", new { config = new { } })).With(200))
            .Expect("ConfigProfile", profile)
            .Expect("ProfileListResponse", (await root.GetReplyAsync("/api/config/profiles")).With(200))
            .Expect("ConfigProfile", (await root.PutReplyAsync($"/api/config/profiles/{profile["id"]}", new { description = "Changed" })).With(200))
            .Expect("ConfigResponse", (await root.PostReplyAsync($"/api/config/profiles/{profile["id"]}/apply", null)).With(200))
            .Expect("ModuleListResponse", (await root.GetReplyAsync("/api/modules")).With(200))
            .Expect("Module", (await root.GetReplyAsync("/api/modules/reports")).With(200))
            .Expect("MarketplaceResponse", (await root.GetReplyAsync("/api/modules/marketplace")).With(200))
            .Expect("StatusResponse", (await root.GetReplyAsync("/api/status")).With(200))
            .Expect("ActivityListResponse", (await root.GetReplyAsync("/api/activity")).With(200))
            .Expect("ErrorResponse", (await root.GetReplyAsync("/api/activity?type=nonsense")).With(400))
            .Expect("SessionDeleteResponse", (await root.DeleteReplyAsync($"/api/config/profiles/{profile["id"]}")).With(200))
            .Expect("ErrorResponse", (await root.PutReplyAsync("/api/config", new { config = new { other = 1 } })).With(400))
            .Expect("ErrorResponse", (await root.PutReplyAsync("/api/modules/ledger", new { enabled = false })).With(409))
            .Expect("ErrorResponse", (await scene.Server.Client.GetReplyAsync("/api/modules")).With(401));

        (await compiler.CompileAsync()).ShouldBeEmpty();
    }

    [TypeScriptFact]
    public async Task Events_are_of_the_types_of_the_document()
    {
        await using var scene = await PlatformScene.StartAsync();
        var root = scene.Root.Client;
        await using var client = await EventClient.OpenAsync(scene.Server.Address, root.TokenOf());
        var status = await client.ReadAsync();
        (await root.PutReplyAsync("/api/preferences", new { layout = new { columns = 2 } })).With(200);
        (await root.DeleteReplyAsync("/api/preferences/layout")).With(200);
        var (set, taken) = (await client.ReadAsync(message => message.IsPreference("layout")),
            await client.ReadAsync(message => message.IsPreference("layout")));
        await scene.LoginAsync("root");
        var (activity, session) = (
            await client.ReadAsync(message => message.IsActivity("login")), await client.ReadAsync(message => message.IsSession("start")));
        (await root.PutReplyAsync("/api/modules/notes", new { enabled = false })).With(200);
        var notification = await client.ReadAsync(message => message.IsOf("notification"));
        scene.Server.Services.GetRequiredService<IEvents>()
            .Publish(new SystemEvent(default(TenantId)) { Fault = new("internal_error", "Internal server error", 500, "/api/config") });
        var error = await client.ReadAsync(message => message.IsOf("error"));

        var compiler = new TypeScriptCompiler();
        foreach (var message in new[] { status, notification, error }) compiler.Expect("SystemEvent", new Reply(101, message, null!, null));
        foreach (var message in new[] { set, taken, activity, session }) compiler.Expect("UserEvent", new Reply(101, message, null!, null));
        (await compiler.CompileAsync()).ShouldBeEmpty();
    }

    [TypeScriptFact]
    public async Task A_member_that_is_missing_wrong_or_too_many_is_found()
    {
        (await CompileAsync("""{"success":1}""")).ShouldContain("TS2322");
        (await CompileAsync("""{}""")).ShouldContain("TS2741");
        (await CompileAsync("""{"success":true,"more":1}""")).ShouldContain("TS2353");

        static Task<string> CompileAsync(string text) => new TypeScriptCompiler().Expect("SessionDeleteResponse", new Reply(200, text, null!, null))
            .CompileAsync();
    }
}
