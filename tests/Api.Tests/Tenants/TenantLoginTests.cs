using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Tenants;

/// <summary>Document 4's login.</summary>
public sealed class TenantLoginTests(TenantsScene scene) : IClassFixture<TenantsScene>
{
    [Fact]
    public async Task Username_and_email_both_sign_in_whatever_their_case()
    {
        var person = await scene.PersonAsync();

        foreach (var name in (string[])[person.Username, person.Username.ToUpperInvariant(), $"{person.Username}@EXAMPLE.com"])
            (await scene.LogInAsync(name)).Number.ShouldBe(person.Number);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"username":"admin","password":"x"}""")]
    [InlineData("""{"username":"","password":"x","tenant_domain":"default"}""")]
    [InlineData("""{"username":null,"password":"x","tenant_domain":"default"}""")]
    public async Task What_is_missing_is_told_as_the_document_does(string body) =>
        (await scene.CallAsync(null, "POST", "/api/tenants/auth/", body))
            .With(400).Text.ShouldBe("""{"status":"failure","error":"Missing credentials","data":null}""");

    [Theory]
    [InlineData("""{"username":1,"password":"x","tenant_domain":"default"}""")]
    [InlineData("""[]""")]
    [InlineData("""{"username":"a""")]
    public async Task A_body_of_the_wrong_shape_is_refused(string body) =>
        (await scene.CallAsync(null, "POST", "/api/tenants/auth/", body)).With(400)["status"].ShouldBe("failure");

    [Fact]
    public async Task A_name_that_is_too_long_is_refused() => (await scene.AskToLogInAsync(new string('a', 5000), TenantsScene.Password)).With(400);

    [Fact]
    public async Task Whatever_is_wrong_the_answer_is_the_same()
    {
        var (known, inactive, tenant) = (await scene.PersonAsync(), await scene.PersonAsync(), await scene.TenantAsync());
        (await scene.Root.CallAsync("DELETE", $"/api/tenants/users/{inactive.Number}/")).With(200);

        Reply[] answers =
        [
            await scene.AskToLogInAsync(known.Username, "WrongPassword1!"),
            await scene.AskToLogInAsync(TenantsScene.NewName("nobody"), TenantsScene.Password),
            await scene.AskToLogInAsync(inactive.Username, TenantsScene.Password),
            await scene.AskToLogInAsync(known.Username, TenantsScene.Password, "no-such.example"),
            await scene.AskToLogInAsync(known.Username, TenantsScene.Password, tenant.Domain),
        ];

        foreach (var answer in answers) answer.With(401).Text.ShouldBe("""{"status":"failure","error":"Invalid credentials","data":null}""");
    }

    [Fact]
    public async Task The_sixth_attempt_meets_the_same_lock_whether_or_not_there_is_an_account_and_tells_of_no_other_name()
    {
        var person = await scene.PersonAsync();
        foreach (var name in (string[])[person.Username, TenantsScene.NewName("nobody")])
        {
            for (var attempt = 0; attempt < 5; attempt++) (await scene.AskToLogInAsync(name, "WrongPassword1!")).With(401);
            (await scene.AskToLogInAsync(name, TenantsScene.Password)).With(423)["status"].ShouldBe("failure");
        }

        (await scene.AskToLogInAsync($"{person.Username}@example.com", "WrongPassword1!")).With(401);
        (await scene.AskToLogInAsync($"{person.Username}@example.com", TenantsScene.Password)).With(200);
    }

    [Fact]
    public async Task Taking_an_address_as_a_username_catches_no_logins()
    {
        var victim = await scene.PersonAsync();
        var thief = TenantsScene.NewName("thief");
        var body = new { username = $"{victim.Username}@example.com", email = $"{thief}@example.com", password = TenantsScene.Password };
        (await scene.Root.CallAsync("POST", "/api/tenants/users/", body)).With(400);

        (await scene.LogInAsync($"{victim.Username}@example.com")).Number.ShouldBe(victim.Number);
    }

    [Fact]
    public async Task The_same_name_in_two_tenants_is_two_people()
    {
        var tenant = await scene.TenantAsync();

        tenant.Admin.Username.ShouldBe("admin");
        tenant.Admin.Number.ShouldNotBe(scene.Root.Number);
        (await scene.AskToLogInAsync("admin", "admin123", tenant.Domain)).With(401);
        (await scene.AskToLogInAsync("admin", TenantsScene.Password)).With(401);
    }
}
