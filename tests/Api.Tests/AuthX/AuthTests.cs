using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.AuthX;

/// <summary>Document 3's authentication.</summary>
public sealed class AuthTests(AuthXScene scene) : IClassFixture<AuthXScene>
{
    [Fact]
    public async Task Registering_makes_an_unverified_user_of_the_default_organization()
    {
        var name = AuthXScene.NewName();

        var reply = (await RegisterAsync(name)).With(201);

        reply.Json.EnumerateObject().Select(member => member.Name).ShouldBe(
            ["id", "email", "username", "first_name", "last_name", "is_active", "is_verified", "organization_id", "created_at", "updated_at"]);
        (reply["email"], reply["username"], reply["is_verified"]).ShouldBe(($"{name}@example.com", name, "False"));
        reply["organization_id"].ShouldBe((await scene.Admin.Client.GetReplyAsync("/api/v1/users/me"))["organization_id"]);
    }

    [Fact]
    public async Task A_registered_email_is_refused_with_400()
    {
        var name = AuthXScene.NewName();
        (await RegisterAsync(name)).With(201);

        (await RegisterAsync(name)).With(400).Detail.ShouldBe("Email already registered");
    }

    [Fact]
    public async Task Knowing_an_organizations_id_is_no_way_into_it()
    {
        var organization = await scene.OrganizationAsync();

        (await RegisterAsync(AuthXScene.NewName(), organization.Id)).With(403);
        (await RegisterAsync(AuthXScene.NewName(), Guid.NewGuid().ToString())).With(403);
        (await RegisterAsync(AuthXScene.NewName(), "org_uuid_here")).With(422).Json.GetProperty("detail")[0].GetProperty("loc").ToString()
            .ShouldBe("""["body","organization_id"]""");
    }

    [Fact]
    public async Task Logging_in_answers_as_the_document_shows()
    {
        var name = AuthXScene.NewName();
        (await RegisterAsync(name)).With(201);

        var reply = (await LogInAsync($"{name}@example.com", AuthXScene.Password)).With(200);

        reply.Json.EnumerateObject().Select(member => member.Name).ShouldBe(["access_token", "refresh_token", "token_type", "expires_in", "user"]);
        (reply["token_type"], reply["expires_in"]).ShouldBe(("bearer", "3600"));
        reply.Json.GetProperty("user").EnumerateObject().Select(member => member.Name)
            .ShouldBe(["id", "email", "username", "first_name", "last_name", "is_active", "organization_id"]);
    }

    [Fact]
    public async Task The_slug_of_a_login_is_the_organization_of_its_requests()
    {
        var (home, other) = (await scene.OrganizationAsync(), await scene.OrganizationAsync());
        var person = await scene.MemberAsync(home);
        await scene.SetMembershipAsync(person, other, Domain.Organizations.MembershipRole.Admin);

        var there = await scene.LogInAsync(person.Email, other.Slug);

        (await there.Client.PostReplyAsync("/api/v1/roles", new { name = "Made there" })).With(201)["organization_id"].ShouldBe(other.Id);
        (await person.Client.PostReplyAsync("/api/v1/roles", new { name = "Made at home" })).With(403);
        (await scene.Anyone.PostReplyAsync(
            "/api/v1/auth/login",
            new { email = person.Email, password = AuthXScene.Password, organization_slug = (await scene.OrganizationAsync()).Slug })).With(401);
    }

    [Fact]
    public async Task Refreshing_gives_an_access_token_and_keeps_the_refresh_token()
    {
        var person = await scene.MemberAsync(await scene.OrganizationAsync());

        var first = (await RefreshAsync(person.RefreshToken)).With(200);
        var second = (await RefreshAsync(person.RefreshToken)).With(200);

        first.Json.EnumerateObject().Select(member => member.Name).ShouldBe(["access_token", "token_type", "expires_in"]);
        first["access_token"].ShouldNotBe(second["access_token"]);
        (await scene.Anyone.CallAsync(HttpMethod.Get, "/api/v1/users/me", null, ("Authorization", $"Bearer {second["access_token"]}")))
            .With(200)["id"].ShouldBe(person.Id);
    }

    [Fact]
    public async Task A_refresh_token_that_rotates_is_refused_where_none_is_answered()
    {
        var name = AuthXScene.NewName();
        var session = (await scene.Anyone.PostReplyAsync("/api/auth/register", new { email = $"{name}@example.com", password = AuthXScene.Password }))
            .With(201);

        (await RefreshAsync(session["refresh_token"]!)).With(401);

        (await scene.Anyone.PostReplyAsync("/api/auth/refresh", new { refresh_token = session["refresh_token"] })).With(200);
    }

    [Fact]
    public async Task Logging_out_ends_both_tokens()
    {
        var person = await scene.MemberAsync(await scene.OrganizationAsync());

        (await person.Client.PostReplyAsync("/api/v1/auth/logout", new { refresh_token = person.RefreshToken })).With(200)["status"].ShouldBe("success");

        await RefusedAsync(person);
        (await RefreshAsync(person.RefreshToken)).With(401);
    }

    [Fact]
    public async Task A_user_can_not_log_out_another_user()
    {
        var organization = await scene.OrganizationAsync();
        var (one, other) = (await scene.MemberAsync(organization), await scene.MemberAsync(organization));

        (await one.Client.PostReplyAsync("/api/v1/auth/logout", new { refresh_token = other.RefreshToken })).With(401);

        (await other.Client.GetReplyAsync("/api/v1/users/me")).With(200);
    }

    [Fact]
    public async Task A_new_password_ends_every_session()
    {
        var person = await scene.MemberAsync(await scene.OrganizationAsync());
        Task<Reply> ChangeAsync(string current, string wanted) => person.Client.PostReplyAsync(
            "/api/v1/auth/change-password", new { current_password = current, new_password = wanted });
        (await ChangeAsync("WrongPassword1!", "NewPassword123!")).With(400).Detail.ShouldBe("The current password is wrong");
        (await ChangeAsync(AuthXScene.Password, "weak")).With(422).Json.GetProperty("detail")[0].GetProperty("loc")[1].GetString().ShouldBe("new_password");

        (await ChangeAsync(AuthXScene.Password, "NewPassword123!")).With(200)["status"].ShouldBe("success");

        await RefusedAsync(person);
        (await LogInAsync(person.Email, AuthXScene.Password)).With(401);
        (await LogInAsync(person.Email, "NewPassword123!")).With(200);
    }

    [Fact]
    public async Task The_sixth_wrong_password_meets_a_lock()
    {
        var person = await scene.MemberAsync(await scene.OrganizationAsync());
        for (var attempt = 0; attempt < 5; attempt++) (await LogInAsync(person.Email, "WrongPassword1!"))
            .With(401).Detail.ShouldBe("Invalid email or password");

        (await LogInAsync(person.Email, "WrongPassword1!")).With(423);
        (await LogInAsync(person.Email, AuthXScene.Password)).With(423);
    }

    private static async Task RefusedAsync(Person person) =>
        await Eventually.SoAsync("refusal of the token", async () => (await person.Client.GetReplyAsync("/api/v1/users/me")).Status == 401);

    private Task<Reply> RegisterAsync(string name, string? organization = null) => scene.Anyone.PostReplyAsync(
        "/api/v1/auth/register",
        new { email = $"{name}@example.com", username = name, password = AuthXScene.Password, first_name = "Test", last_name = "User",
        organization_id = organization });

    private Task<Reply> LogInAsync(string email, string password) => scene.Anyone.PostReplyAsync("/api/v1/auth/login", new { email, password });

    private Task<Reply> RefreshAsync(string token) => scene.Anyone.PostReplyAsync("/api/v1/auth/refresh", new { refresh_token = token });
}
