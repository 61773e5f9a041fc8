using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.ModuleX;

namespace ModuleX.Api.Tests.V1;

/// <summary>People with access tokens.</summary>
internal static class People
{
    private static readonly string Password = $"Aa1!{Guid.NewGuid():N}";

    /// <summary>The account that Development has from its first start.</summary>
    public static Task<HttpClient> SuperAdminAsync(this ModuleXServer modulex) => modulex.LoginAsync("admin@example.com", "admin123");

    /// <summary>A new organization.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> AddOrganizationAsync(this ModuleXServer modulex, string slug)
    {
        using var admin = await modulex.SuperAdminAsync();
        return (await admin.PostReplyAsync("/api/organizations", new { slug, name = slug })).With(200).Json.GetProperty("organization").GetProperty("id")
            .GetString()!;
    }

    /// <summary>A new person in an organization.</summary>
    /// <param name="name">One that no account has.</param>
    public static async Task<SignedIn> AddMemberAsync(this ModuleXServer modulex, string organization, string name, string role = "member")
    {
        using var admin = await modulex.SuperAdminAsync();
        var email = $"{name}@example.com";
        var id = (await admin.PostReplyAsync("/api/system/users/create", new { email, password = Password, role = "USER" })).With(200).Json
            .GetProperty("user").GetProperty("id").GetString()!;
        (await admin.PostReplyAsync($"/api/organizations/{organization}/users", new { user_id = id, role })).With(200);
        return new(id, await modulex.LoginAsync(email, Password));
    }

    private static async Task<HttpClient> LoginAsync(this ModuleXServer modulex, string email, string password)
    {
        var client = new HttpClient { BaseAddress = modulex.Address };
        client.DefaultRequestHeaders.Authorization =
            new("Bearer", (await client.PostReplyAsync("/api/v1/auth/login", new { email, password })).With(200)["access_token"]);
        return client;
    }
}
