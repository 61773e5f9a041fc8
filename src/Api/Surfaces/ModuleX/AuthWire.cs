using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Identity;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="Email">Becomes the account's name; unique without regard to case.</param>
/// <param name="Password">As the server's policy wants it; at most 128 characters.</param>
/// <param name="Username">1 to 100 characters; made from the email where it is left out.</param>
[LimitsOf(typeof(RegisterUserCommand))]
internal sealed record RegisterRequest(string Email, string Password, string? Username = null)
{
    public RegisterUserCommand ToCommand(TenantOfRequest tenant, ClientOfRequest client) =>
        new(tenant.Tenant, Email, Password, Username, null, null, null, SignsIn: true, client.Facts);
}

/// <param name="RememberMe">True lets the session last for 30 days without use instead of 7.</param>
[LimitsOf(typeof(SignInCommand))]
internal sealed record LoginRequest([property: MaxLength(254)] string Email, string Password, bool RememberMe = false)
{
    public SignInCommand ToCommand(TenantOfRequest tenant, ClientOfRequest client) =>
        new(tenant.Tenant, Email, Password, new LoginTerms(IsRemembered: RememberMe), client.Facts);
}

/// <param name="RefreshToken">Good once: the answer has the next one.</param>
[LimitsOf(typeof(RefreshLoginSessionCommand))]
internal sealed record RefreshRequest(string RefreshToken)
{
    public RefreshLoginSessionCommand ToCommand(TenantOfRequest tenant, ClientOfRequest client) =>
        new(tenant.IsNamed ? tenant.Tenant : null, RefreshToken, Rotates: true, client.Facts);
}

/// <param name="TokenType">bearer.</param>
/// <param name="ExpiresIn">Seconds until the access token ends.</param>
internal sealed record TokensResponse(
    string AccessToken,
    string RefreshToken,
    [property: AllowedValues("bearer")] string TokenType,
    int ExpiresIn,
    TokenUser User)
{
    /// <param name="isNew">A registration's answer tells when the user was made.</param>
    public static TokensResponse Of(SignInView signIn, bool isNew = false)
    {
        var user = signIn.User;
        return new(
            signIn.AccessToken, signIn.RefreshToken, "bearer", (int)signIn.ExpiresIn.TotalSeconds,
            new(user.Id, user.Email, user.Username, user.Role.ToWord(), user.IsActive, isNew ? user.CreatedAt : null));
    }
}

/// <param name="Role">USER, ADMIN or SUPER_ADMIN.</param>
/// <param name="CreatedAt">ISO 8601 in UTC; only in the answer to a registration.</param>
internal sealed record TokenUser(
    UserId Id,
    string Email,
    string Username,
    [property: AllowedValues("VIEWER", "USER", "ADMIN", "SUPER_ADMIN")] string Role,
    bool IsActive,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? CreatedAt);

/// <param name="Role">USER, ADMIN or SUPER_ADMIN.</param>
/// <param name="OrganizationIds">The organizations that the user is a member of, the primary one first.</param>
/// <param name="PrimaryOrganizationId">The user's home.</param>
internal sealed record MeResponse(
    UserId Id,
    string Email,
    string Username,
    [property: AllowedValues("VIEWER", "USER", "ADMIN", "SUPER_ADMIN")] string Role,
    bool IsActive,
    IReadOnlyList<OrganizationId> OrganizationIds,
    OrganizationId PrimaryOrganizationId)
{
    public static MeResponse Of(ProfileView profile)
    {
        var user = profile.User;
        return new(
            user.Id, user.Email, user.Username, user.Role.ToWord(), user.IsActive,
            [.. profile.Organizations.Select(organization => organization.Id)], user.Organization);
    }
}

/// <param name="Total">How many organizations there are.</param>
internal sealed record MyOrganizationsResponse(
    bool Success,
    UserId UserId,
    IReadOnlyList<MyOrganization> Organizations,
    int Total)
{
    /// <param name="role">member, admin or owner; null for all.</param>
    public static MyOrganizationsResponse Of(ProfileView profile, string? role)
    {
        var organizations = profile.Organizations.Where(one => role is null || one.Role.ToWord() == role).ToList();
        return new(
            true, profile.User.Id,
            [.. organizations.Select(one => new MyOrganization(one.Id, one.Name, one.Slug, one.Role.ToWord(), one.IsDefault))], organizations.Count);
    }
}

/// <param name="Role">member, admin or owner.</param>
/// <param name="IsDefault">True for the organization that every new user joins.</param>
internal sealed record MyOrganization(
    OrganizationId Id,
    string Name,
    string Slug,
    [property: AllowedValues("member", "admin", "owner")] string Role,
    bool IsDefault);
