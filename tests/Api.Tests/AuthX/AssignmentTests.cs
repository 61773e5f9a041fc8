using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.AuthX;

public sealed class AssignmentTests : IAsyncLifetime
{
    private const string Locations = "/api/v1/locations";

    private LocationScene _scene = null!;

    public async Task InitializeAsync() => _scene = await LocationScene.StartAsync();

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task An_assignment_replaces_the_earlier_one()
    {
        var (first, second, third) = (await Add("A"), await Add("B"), await Add("C"));

        var answer = (await Assign([first, second], second)).With(200);
        answer["user_id"].ShouldBe(_scene.Ann.User.ToString());
        answer.Json.GetProperty("assigned_locations").EnumerateArray().Select(id => id.GetString()).ShouldBe([first, second]);
        answer["primary_location"].ShouldBe(second);

        (await Assign([third, second, third])).With(200)["primary_location"].ShouldBe(second, "the primary one is still among them");
        (await Places()).ShouldBe([("B", true), ("C", false)]);
        (await Assign([third], third)).With(200);
        (await Places()).ShouldBe([("C", true)]);
        (await Assign([first])).With(200).Json.GetProperty("primary_location").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await Assign([])).With(200);
        (await Places()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_the_organizations_own_is_refused()
    {
        var (own, inactive, foreign) = (
            await Add("A"), await LocationScene.AddLocationAsync(_scene.Boss, "B", isActive: false), await LocationScene.AddLocationAsync(_scene.Rival, "A"));

        foreach (var wrong in new[] { inactive, foreign, Guid.NewGuid().ToString() })
            (await Assign([own, wrong])).With(400).Detail.ShouldBe("One or more locations are unknown, inactive or of another organization");
        (await Assign([own], foreign)).With(400).Detail.ShouldBe("The primary location must be one of the assigned locations");
        (await Assign([own], user: _scene.Spy.User.ToString())).With(404).Detail.ShouldBe("User not found");
        (await Assign([own], user: Guid.NewGuid().ToString())).With(404);
        (await Places()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_super_admin_assigns_within_the_users_organization()
    {
        var (own, foreign) = (await Add("A"), await LocationScene.AddLocationAsync(_scene.Rival, "A"));

        (await Assign([foreign], by: _scene.Root)).With(400);
        (await Assign([own], own, by: _scene.Root)).With(200);
    }

    [Fact]
    public async Task People_see_their_own_places_and_others_need_the_permission()
    {
        var id = await Add("A");
        var newcomer = await _scene.AddWithoutRolesAsync("nobody", _scene.Boss.Organization);
        (await Assign([id], id, newcomer.User.ToString())).With(200);

        var own = (await newcomer.Client.GetReplyAsync($"{Locations}/user/{newcomer.User}")).With(200).Json[0];
        own.GetProperty("user_id").GetString().ShouldBe(newcomer.User.ToString());
        own.GetProperty("location_id").GetString().ShouldBe(id);
        own.GetProperty("is_primary").GetBoolean().ShouldBeTrue();
        own.GetProperty("location").GetProperty("code").GetString().ShouldBe("A");
        (await newcomer.Client.GetReplyAsync($"{Locations}/user/{_scene.Ann.User}")).With(403);
        (await _scene.Ann.Client.GetReplyAsync($"{Locations}/user/{newcomer.User}")).With(200);
        (await _scene.Spy.Client.GetReplyAsync($"{Locations}/user/{newcomer.User}")).With(404);
    }

    [Fact]
    public async Task The_users_of_a_location_are_paged_by_both_styles()
    {
        var id = await Add("A");
        (await Assign([id], id)).With(200);
        (await Assign([id], user: _scene.Boss.User.ToString())).With(200);

        var all = (await _scene.Boss.Client.GetReplyAsync($"{Locations}/{id}/users?skip=0&limit=100")).With(200).Json;
        all.GetProperty("items").EnumerateArray()
            .Select(user => (user.GetProperty("username").GetString(), user.GetProperty("is_primary").GetBoolean())).ShouldBe([("ann", true), ("boss", false)]);
        all.GetProperty("items")[0].EnumerateObject().Select(field => field.Name)
            .ShouldBe(["id", "email", "username", "first_name", "last_name", "is_active", "is_primary"]);
        var second = (await _scene.Boss.Client.GetReplyAsync($"{Locations}/{id}/users?page=2&size=1")).With(200);
        (second["total"], second["pages"], second.Json.GetProperty("items")[0].GetProperty("username").GetString()).ShouldBe(("2", "2", "boss"));
    }

    private Task<string> Add(string code) => LocationScene.AddLocationAsync(_scene.Boss, code, code);

    private Task<Reply> Assign(string[] locations, string? primary = null, string? user = null, Member? by = null) => (by ?? _scene.Boss).Client.PostReplyAsync(
        $"{Locations}/assign", new { user_id = user ?? _scene.Ann.User.ToString(), location_ids = locations, primary_location_id = primary });

    private async Task<(string?, bool)[]> Places() =>
    [
        .. (await _scene.Boss.Client.GetReplyAsync($"{Locations}/user/{_scene.Ann.User}")).With(200).Json.EnumerateArray()
            .Select(place => (place.GetProperty("location").GetProperty("code").GetString(), place.GetProperty("is_primary").GetBoolean())),
    ];
}
