using System.Text.RegularExpressions;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Identity;

/// <summary>Answers do not reveal which accounts exist.</summary>
public sealed partial class LoginTests(IdentityScene scene) : IClassFixture<IdentityScene>
{
    [Theory]
    [InlineData("/api/auth/login")]
    [InlineData("/api/v1/auth/login")]
    public async Task Whatever_is_wrong_the_answer_is_the_same(string path)
    {
        var (known, inactive) = (await scene.RegisterAsync(), await scene.RegisterAsync());
        (await scene.CallAsync(scene.Root, HttpMethod.Put, $"/api/v1/users/{inactive.Id}", new { is_active = false })).With(200);
        var slug = $"foreign-{Guid.NewGuid():N}";
        await scene.Server.CreateOrganizationAsync(slug);
        var attempts = new List<object>
        {
            new { email = known.Email, password = "WrongPassword1!" },
            new { email = $"nobody-{Guid.NewGuid():N}@example.com", password = IdentityScene.Password },
            new { email = inactive.Email, password = IdentityScene.Password },
        };
        // Document 1 has no such field.
        if (path.Contains("v1", StringComparison.Ordinal))
            attempts.Add(new { email = known.Email, password = IdentityScene.Password, organization_slug = slug });

        var answers = new List<string>();
        foreach (var attempt in attempts) answers.Add(Shown((await scene.PostAsync(path, attempt)).With(401)));

        answers.Distinct().ShouldHaveSingleItem().ShouldContain("Invalid email or password");
    }

    [Fact]
    public async Task The_sixth_attempt_meets_the_same_lock_whether_or_not_there_is_an_account()
    {
        var known = await scene.RegisterAsync();
        var unknown = $"nobody-{Guid.NewGuid():N}@example.com";
        foreach (var email in (string[])[known.Email, unknown])
        {
            for (var attempt = 0; attempt < 5; attempt++) (await scene.LogInAsync(email, "WrongPassword1!")).With(401);
        }

        Reply[] locked = [(await scene.LogInAsync(known.Email, "WrongPassword1!")).With(423),
            (await scene.LogInAsync(unknown, "WrongPassword1!")).With(423), (await scene.LogInAsync(known.Email)).With(423)];

        locked.Select(Shown).Distinct().ShouldHaveSingleItem();
        locked.ShouldAllBe(reply => reply.Headers.RetryAfter!.Delta > TimeSpan.FromMinutes(14) && reply.Headers.RetryAfter.Delta <= TimeSpan.FromMinutes(15));
        scene.SecurityEvents("account_locked").ShouldContain(line => line.Contains(known.Id, StringComparison.Ordinal));

        scene.Clock.Advance(TimeSpan.FromMinutes(15));
        (await scene.LogInAsync(known.Email)).With(200);
        (await scene.LogInAsync(unknown, "WrongPassword1!")).With(401);
    }

    [Fact]
    public async Task A_success_forgets_the_failures_before_it()
    {
        var account = await scene.RegisterAsync();
        for (var round = 0; round < 2; round++)
        {
            for (var attempt = 0; attempt < 4; attempt++) (await scene.LogInAsync(account.Email, "WrongPassword1!")).With(401);
            (await scene.LogInAsync(account.Email.ToUpperInvariant())).With(200);
        }
    }

    [Fact]
    public async Task Guessing_the_own_password_is_counted_with_the_logins()
    {
        var account = await scene.RegisterAsync();
        Task<Reply> ChangeAsync() => scene.CallAsync(
            account.Access, HttpMethod.Post, "/api/v1/auth/change-password", new { current_password = "WrongPassword1!", new_password = "NewPassword123!" });
        for (var attempt = 0; attempt < 5; attempt++) (await ChangeAsync()).With(400);

        (await ChangeAsync()).With(423).Headers.RetryAfter.ShouldNotBeNull();
        (await scene.LogInAsync(account.Email)).With(423);
    }

    [Fact]
    public async Task Remember_me_makes_the_session_longer()
    {
        var account = await scene.RegisterAsync();
        var plain = (await scene.LogInAsync(account.Email)).With(200);
        var remembered = (await scene.PostAsync("/api/auth/login",
            new { email = account.Email, password = IdentityScene.Password, remember_me = true })).With(200);
        plain["expires_in"].ShouldBe(remembered["expires_in"]);

        scene.Clock.Advance(TimeSpan.FromDays(8));

        (await scene.RefreshAsync(plain["refresh_token"]!)).With(401);
        var next = (await scene.RefreshAsync(remembered["refresh_token"]!)).With(200);
        scene.Clock.Advance(TimeSpan.FromDays(29));
        (await scene.RefreshAsync(next["refresh_token"]!)).With(200);
    }

    /// <summary>Status, headers and body, but for what differs between any two answers.</summary>
    private static string Shown(Reply reply)
    {
        var headers = reply.Headers.Where(header => header.Key is not ("Date" or "Retry-After"))
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
        return $"{reply.Status} {reply.ContentType}\n{string.Join('\n', headers)}\n{Timestamp().Replace(reply.Text, "\"timestamp\"")}";
    }

    [GeneratedRegex("\"timestamp\":\"[^\"]*\"", RegexOptions.NonBacktracking)]
    private static partial Regex Timestamp();
}
