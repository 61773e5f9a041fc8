using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.AuthX;

public sealed class LocationTests : IAsyncLifetime
{
    private const string Locations = "/api/v1/locations";

    private static readonly object MainOffice = new
    {
        name = "Main Office", code = "MAIN-001", description = "Main office location", address = "123 Business Street", city = "New York",
            state = "NY", country = "USA", postal_code = "10001",
    };

    private LocationScene _scene = null!;

    public async Task InitializeAsync() => _scene = await LocationScene.StartAsync();

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task A_new_location_is_answered_with_every_field_of_the_document()
    {
        var reply = (await _scene.Boss.Client.PostReplyAsync(Locations, MainOffice)).With(201);

        reply.Json.EnumerateObject().Select(field => field.Name).ShouldBe(
            ["id", "name", "code", "description", "address", "city", "state", "country", "postal_code", "is_active", "organization_id", "created_at",
                "updated_at"]);
        reply.ShouldSatisfyAllConditions(
            made => made["name"].ShouldBe("Main Office"), made => made["code"].ShouldBe("MAIN-001"), made => made["postal_code"].ShouldBe("10001"),
            made => made["is_active"].ShouldBe("True"), made => made["organization_id"].ShouldBe(_scene.Boss.Organization.ToString()),
            made => made["created_at"]!.ShouldEndWith("Z"));
        (await _scene.Boss.Client.GetReplyAsync($"{Locations}/{reply["id"]}")).With(200).Text.ShouldBe(reply.Text);
    }

    [Fact]
    public async Task A_code_is_unique_in_its_organization()
    {
        (await _scene.Boss.Client.PostReplyAsync(Locations, MainOffice)).With(201);

        (await _scene.Boss.Client.PostReplyAsync(Locations, MainOffice))
            .With(409).Detail.ShouldBe("A location with this code already exists in the organization");
        (await _scene.Rival.Client.PostReplyAsync(Locations, MainOffice)).With(201);
    }

    [Fact]
    public async Task A_super_admin_says_for_which_organization()
    {
        (await _scene.Root.Client.PostReplyAsync(Locations, MainOffice)).With(422).Text.ShouldContain("organization_id");
        (await _scene.Root.Client.PostReplyAsync($"{Locations}?organization_id={_scene.Boss.Organization}", MainOffice)).With(201)["organization_id"]
            .ShouldBe(_scene.Boss.Organization.ToString());
        (await _scene.Root.Client.PostReplyAsync(Locations, new { name = "x", code = "X", organization_id = _scene.Rival.Organization.ToString() }))
            .With(201)["organization_id"]
            .ShouldBe(_scene.Rival.Organization.ToString());
        (await _scene.Root.Client.PostReplyAsync(Locations, new { name = "x", code = "X", organization_id = Guid.NewGuid() }))
            .With(404).Detail.ShouldBe("Organization not found");
    }

    [Fact]
    public async Task Another_organization_that_is_named_is_not_obeyed() =>
        (await _scene.Boss.Client.PostReplyAsync($"{Locations}?organization_id={_scene.Rival.Organization}", MainOffice)).With(201)["organization_id"]
            .ShouldBe(_scene.Boss.Organization.ToString());

    [Theory]
    [InlineData("""{"name":"x","code":"main"}""", "string_pattern_mismatch", "code")]
    [InlineData("""{"name":"x","code":"MAIN\n"}""", "value_error", "code")]
    [InlineData("""{"name":"x","code":""}""", "string_too_short", "code")]
    [InlineData("""{"name":"","code":"X"}""", "string_too_short", "name")]
    [InlineData("""{"name":"x"}""", "missing", "code")]
    [InlineData("""{"name":"x","code":"X","city":"a\u0001b"}""", "value_error", "city")]
    public async Task A_wrong_shape_is_told_in_pydantics_form(string body, string type, string name)
    {
        var problem = (await _scene.Boss.Client.PostReplyAsync(Locations, body)).With(422).Json.GetProperty("detail")[0];

        problem.GetProperty("type").GetString().ShouldBe(type);
        problem.GetProperty("loc").EnumerateArray().Select(part => part.GetString()).ShouldBe(["body", name]);
    }

    [Fact]
    public async Task A_list_is_searched_filtered_and_paged()
    {
        await LocationScene.AddLocationAsync(_scene.Boss, "HQ", "Head office");
        await LocationScene.AddLocationAsync(_scene.Boss, "STORE-1", "Store", isActive: false);
        await LocationScene.AddLocationAsync(_scene.Rival, "HQ", "Their office");

        (await Codes("")).ShouldBe(["STORE-1", "HQ"]);
        (await Codes("?search=OFFICE")).ShouldBe(["HQ"]);
        (await Codes("?search=store-1")).ShouldBe(["STORE-1"]);
        (await Codes("?skip=0&limit=100&search=&is_active=true")).ShouldBe(["HQ"]);
        var second = (await _scene.Boss.Client.GetReplyAsync($"{Locations}?page=2&size=1")).With(200);
        (second["total"], second["page"], second["size"], second["pages"]).ShouldBe(("2", "2", "1", "2"));
        (await _scene.Root.Client.GetReplyAsync(Locations)).With(200)["total"].ShouldBe("3");

        async Task<string?[]> Codes(string query) =>
            [.. (await _scene.Boss.Client.GetReplyAsync(Locations + query)).With(200).Json.GetProperty("items").EnumerateArray()
                .Select(item => item.GetProperty("code").GetString())];
    }

    [Fact]
    public async Task An_update_changes_what_it_names_and_never_the_code()
    {
        var id = (await _scene.Boss.Client.PostReplyAsync(Locations, MainOffice)).With(201)["id"];

        var changed = (await _scene.Boss.Client.PutReplyAsync($"{Locations}/{id}", new { name = "Updated", code = "OTHER", is_active = false })).With(200);

        (changed["name"], changed["code"], changed["is_active"], changed["city"]).ShouldBe(("Updated", "MAIN-001", "False", "New York"));
    }

    [Fact]
    public async Task The_record_of_an_update_tells_before_and_after()
    {
        var id = (await _scene.Boss.Client.PostReplyAsync(Locations, MainOffice)).With(201)["id"];
        (await _scene.Boss.Client.PutReplyAsync($"{Locations}/{id}", new { city = "Boston" })).With(200);

        var entry = (await _scene.Boss.Client.GetReplyAsync("/api/v1/audit/logs?action=location_updated")).With(200).Json.GetProperty("items")[0];

        entry.GetProperty("details").GetString().ShouldBe("""{"changes":{"city":{"from":"New York","to":"Boston"}}}""");
        entry.GetProperty("resource_id").GetString().ShouldBe(id);
        entry.GetProperty("user_id").GetString().ShouldBe(_scene.Boss.User.ToString());
        entry.GetProperty("ip_address").GetString().ShouldBe("127.0.0.1");
    }

    [Fact]
    public async Task A_location_with_users_stays()
    {
        var id = await LocationScene.AddLocationAsync(_scene.Boss, "HQ");
        (await _scene.Boss.Client.PostReplyAsync($"{Locations}/assign", new { user_id = _scene.Ann.User.ToString(), location_ids = new[] { id } })).With(200);

        (await _scene.Boss.Client.DeleteReplyAsync($"{Locations}/{id}")).With(400).Detail.ShouldBe("Cannot delete location. It has 1 assigned users");
        (await _scene.Boss.Client.DeleteReplyAsync($"{Locations}/user/{_scene.Ann.User}/location/{id}")).With(200)["status"].ShouldBe("success");
        (await _scene.Boss.Client.DeleteReplyAsync($"{Locations}/user/{_scene.Ann.User}/location/{id}"))
            .With(404).Detail.ShouldBe("The user is not assigned to this location");
        (await _scene.Boss.Client.DeleteReplyAsync($"{Locations}/{id}")).With(200)["status"].ShouldBe("success");
        (await _scene.Boss.Client.GetReplyAsync($"{Locations}/{id}")).With(404);
    }

    [Fact]
    public async Task The_location_of_another_organization_is_not_there()
    {
        var id = await LocationScene.AddLocationAsync(_scene.Rival, "HQ");
        var client = _scene.Boss.Client;

        foreach (var reply in new[]
        {
            await client.GetReplyAsync($"{Locations}/{id}"), await client.PutReplyAsync($"{Locations}/{id}", new { name = "Mine" }),
                await client.DeleteReplyAsync($"{Locations}/{id}"),
            await client.GetReplyAsync($"{Locations}/{id}/users"), await client.DeleteReplyAsync($"{Locations}/user/{_scene.Ann.User}/location/{id}"),
        })
            reply.With(404).Detail.ShouldBe("Location not found");
        (await _scene.Rival.Client.GetReplyAsync($"{Locations}/{id}")).With(200)["name"].ShouldBe("Somewhere");
        (await _scene.Root.Client.GetReplyAsync($"{Locations}/{id}")).With(200);
    }

    [Fact]
    public async Task Every_deed_asks_for_its_permission()
    {
        var id = await LocationScene.AddLocationAsync(_scene.Boss, "HQ");
        var (reader, newcomer) = (_scene.Ann.Client, (await _scene.AddWithoutRolesAsync("nobody", _scene.Boss.Organization)).Client);

        (await reader.GetReplyAsync($"{Locations}/{id}")).With(200);
        (await reader.PostReplyAsync(Locations, MainOffice)).With(403).Detail.ShouldBe("The permission location:create is required");
        (await reader.PutReplyAsync($"{Locations}/{id}", new { name = "x" })).With(403);
        (await reader.DeleteReplyAsync($"{Locations}/{id}")).With(403);
        (await reader.PostReplyAsync($"{Locations}/assign", new { user_id = _scene.Ann.User.ToString(), location_ids = new[] { id } })).With(403);
        (await reader.DeleteReplyAsync($"{Locations}/user/{_scene.Ann.User}/location/{id}")).With(403);
        (await newcomer.GetReplyAsync(Locations)).With(403);
        (await newcomer.GetReplyAsync($"{Locations}/{id}/users")).With(403);
        (await _scene.Modulex.Client.GetReplyAsync(Locations)).With(401);
    }

    [Fact]
    public async Task An_id_that_is_no_uuid_is_told() =>
        (await _scene.Boss.Client.GetReplyAsync($"{Locations}/abc")).With(422).Text.ShouldContain("uuid_parsing");
}
