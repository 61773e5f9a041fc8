namespace ModuleX.Api.Tests.Identity;

/// <summary>How sessions go on, and how they end.</summary>
public sealed class SessionTests(IdentityScene scene) : IClassFixture<IdentityScene>
{
    [Fact]
    public async Task A_refresh_token_that_is_used_twice_ends_the_session_and_is_reported()
    {
        var account = await scene.RegisterAsync();
        var next = (await scene.RefreshAsync(account.Refresh)).With(200);
        (await scene.IsGoodAsync(account.Access)).ShouldBeTrue();
        (await scene.IsGoodAsync(next["access_token"]!)).ShouldBeTrue();

        (await scene.RefreshAsync(account.Refresh)).With(401);

        await scene.RefusesAsync(account.Access);
        await scene.RefusesAsync(next["access_token"]!);
        (await scene.RefreshAsync(next["refresh_token"]!)).With(401);
        scene.SecurityEvents("refresh_token_reused").ShouldContain(line => line.Contains(account.Id, StringComparison.Ordinal));
        (await scene.LogInAsync(account.Email)).With(200);
    }

    [Fact]
    public async Task Of_two_refreshes_at_once_one_succeeds_at_most()
    {
        var account = await scene.RegisterAsync();

        var replies = await Task.WhenAll(scene.RefreshAsync(account.Refresh), scene.RefreshAsync(account.Refresh));

        replies.Count(reply => reply.Status == 200).ShouldBeLessThanOrEqualTo(1);
        replies.ShouldAllBe(reply => reply.Status == 200 || reply.Status == 401);
        await scene.RefusesAsync(account.Access);
    }

    [Fact]
    public async Task A_new_password_ends_the_sessions_on_every_device()
    {
        var one = await scene.RegisterAsync();
        var (other, stranger) = (await scene.LogInAgainAsync(one), await scene.RegisterAsync());

        (await scene.CallAsync(
            one.Access, HttpMethod.Post, "/api/v1/auth/change-password",
            new { current_password = IdentityScene.Password, new_password = "NewPassword123!" })).With(200);

        await scene.RefusesAsync(one.Access);
        await scene.RefusesAsync(other.Access);
        (await scene.RefreshAsync(other.Refresh)).With(401);
        (await scene.IsGoodAsync(stranger.Access)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_deactivated_user_is_out_within_a_second_and_does_not_come_back_with_old_tokens()
    {
        var account = await scene.RegisterAsync();
        (await scene.IsGoodAsync(account.Access)).ShouldBeTrue();

        (await scene.CallAsync(scene.Root, HttpMethod.Put, $"/api/v1/users/{account.Id}", new { is_active = false })).With(200);
        await scene.RefusesAsync(account.Access);
        (await scene.RefreshAsync(account.Refresh)).With(401);
        (await scene.CallAsync(scene.Root, HttpMethod.Put, $"/api/v1/users/{account.Id}", new { is_active = true })).With(200);

        (await scene.IsGoodAsync(account.Access)).ShouldBeFalse();
        (await scene.RefreshAsync(account.Refresh)).With(401);
        (await scene.LogInAsync(account.Email)).With(200);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_logout_takes_either_token_and_ends_that_session_alone(bool byRefreshToken)
    {
        var one = await scene.RegisterAsync();
        var other = await scene.LogInAgainAsync(one);

        (await scene.CallAsync(one.Access, HttpMethod.Post, "/api/auth/logout", new { token = byRefreshToken ? other.Refresh : other.Access })).With(200);

        await scene.RefusesAsync(other.Access);
        (await scene.RefreshAsync(other.Refresh)).With(401);
        (await scene.IsGoodAsync(one.Access)).ShouldBeTrue();
        (await scene.CallAsync(one.Access, HttpMethod.Post, "/api/auth/logout", new { token = one.Access })).With(200);
        await scene.RefusesAsync(one.Access);
    }

    [Fact]
    public async Task A_user_can_not_end_the_session_of_another_user_by_its_token()
    {
        var (one, other) = (await scene.RegisterAsync(), await scene.RegisterAsync());

        foreach (var token in (string[])[other.Access, other.Refresh, "junk", "mxr_junk"]) (
            await scene.CallAsync(one.Access, HttpMethod.Post, "/api/auth/logout", new { token })).With(401);

        (await scene.IsGoodAsync(other.Access)).ShouldBeTrue();
        (await scene.RefreshAsync(other.Refresh)).With(200);
    }
}
