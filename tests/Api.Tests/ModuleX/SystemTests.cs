using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.ModuleX;

/// <summary>Document 1's system endpoints.</summary>
public sealed class SystemTests(OrganizationScene scene) : IClassFixture<OrganizationScene>
{
    [Fact]
    public async Task Health_and_deployment_need_no_token()
    {
        (await scene.Server.Client.GetReplyAsync("/system/health")).With(200).Text.ShouldBe("""{"status":"healthy","service":"ModuleX","version":"0.1.2"}""");
        var deployment = (await scene.Server.Client.GetReplyAsync("/api/system/deployment-status")).With(200).Json.GetProperty("deployment");

        deployment.GetProperty("architecture_valid").GetBoolean().ShouldBeTrue();
        deployment.GetProperty("auto_install_working").GetBoolean().ShouldBeTrue();
        deployment.GetProperty("available_tools").EnumerateArray().Select(tool => tool.GetString()).ShouldContain("github");
        deployment.GetProperty("available_tools_count").GetInt32().ShouldBe(deployment.GetProperty("available_tools").GetArrayLength());
        deployment.GetProperty("installed_tools").EnumerateArray().Select(tool => tool.GetString()).ShouldBe(["mock"], "nothing else is installed by itself");
    }

    [Fact]
    public async Task Admin_sees_who_administers_and_where_settings_come_from()
    {
        (await scene.Root.Client.GetReplyAsync("/api/system/validate-auth")).With(200)
            .Text.ShouldBe(
                """{"success":true,"message":"Admin authentication is valid","auth_method":"jwt","user_role":"SUPER_ADMIN","status":"authorized"}""");
        (await scene.Root.Client.GetReplyAsync("/api/system/admin-status")).With(200).Json.GetProperty("admin_info").ToString()
            .ShouldBe("""{"has_admin":true,"admin_count":1,"setup_complete":true}""");
        (await scene.Root.Client.GetReplyAsync("/api/system/config")).With(200)
            .Text.ShouldBe(
                """{"success":true,"auth_provider":"jwt","config_info":{"config_loaded":false,"config_source":"defaults","environment":"development"}"""
                + ""","loaded_config_path":null,"message":"System configuration retrieved successfully"}""");
    }

    [Fact]
    public async Task Reload_and_update_are_done_and_recorded()
    {
        (await scene.Root.Client.PostReplyAsync("/api/system/config/reload", null)).With(200)
            .Text.ShouldBe("""{"success":true,"auth_provider":"jwt","message":"Configuration reloaded successfully"}""");
        (await scene.Root.Client.PostReplyAsync("/api/system/database/update", null)).With(200)
            .Text.ShouldBe("""{"success":true,"message":"Database updated successfully","operation":"migration"}""");

        var activities = (await scene.Root.Client.GetReplyAsync($"/api/dashboard/users/{scene.Root.Id}?organization_id={await scene.DefaultAsync()}"))
            .With(200).Json.GetProperty("data").GetProperty("activities");
        activities.EnumerateArray().Select(one => one.GetProperty("description").GetString()).Take(2).ShouldBe(["Database updated", "Settings reloaded"]);
    }

    [Theory]
    [InlineData("GET", "validate-auth")]
    [InlineData("GET", "admin-status")]
    [InlineData("GET", "config")]
    [InlineData("POST", "config/reload")]
    [InlineData("POST", "database/update")]
    public async Task What_is_for_admins_is_closed_to_others(string verb, string path)
    {
        var person = await scene.AddPersonAsync($"closed-{verb}-{path.Replace('/', '-')}".ToLowerInvariant());

        (await person.Client.CallAsync(new HttpMethod(verb), $"/api/system/{path}")).With(403);
        (await scene.Server.Client.CallAsync(new HttpMethod(verb), $"/api/system/{path}")).With(401);
    }
}
