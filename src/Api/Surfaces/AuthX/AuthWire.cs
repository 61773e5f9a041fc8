using System.ComponentModel.DataAnnotations;
using Mapster;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Identity;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.AuthX;

/// <param name="Email">Becomes the account's name; unique without regard to case.</param>
/// <param name="Username">1 to 100 characters; unique without regard to case.</param>
/// <param name="Password">As the server's policy wants it; at most 128 characters.</param>
/// <param name="FirstName">At most 100 characters.</param>
/// <param name="LastName">At most 100 characters.</param>
/// <param name="OrganizationId">An organization that is open for registration; the default one where it is left out.</param>
[LimitsOf(typeof(RegisterUserCommand))]
internal sealed record RegisterRequest(
    string Email,
    string Username,
    string Password,
    string? FirstName = null,
    string? LastName = null,
    Guid? OrganizationId = null)
{
    public RegisterUserCommand ToCommand(TenantOfRequest tenant, ClientOfRequest client) => new(
        tenant.Tenant, Email, Password, Username, FirstName, LastName,
        OrganizationId is { } id ? new OrganizationId(id) : null, SignsIn: false, client.Facts);
}

/// <param name="OrganizationSlug">The organization of the user that requests with the token are about; the user's home where it is left out.</param>
[LimitsOf(typeof(SignInCommand))]
internal sealed record LoginRequest(
    [property: MaxLength(254)] string Email,
    string Password,
    [property: MaxLength(50)] string? OrganizationSlug = null);

/// <summary>The form of OAuth 2.0's password grant (RFC 6749, section 4.3.2), as clients written for FastAPI send it.</summary>
/// <param name="Username">The e-mail address, or the username.</param>
/// <param name="OrganizationSlug">As in JSON.</param>
/// <param name="GrantType">password, where it is sent.</param>
/// <param name="Scope">Of the grant; what a person may do does not depend on it.</param>
/// <param name="ClientId">Of the grant; not checked.</param>
/// <param name="ClientSecret">Of the grant, as the id.</param>
internal sealed record LoginForm(
    [property: MaxLength(254)] string Username,
    string Password,
    [property: MaxLength(50)] string? OrganizationSlug = null,
    [property: AllowedValues("password")] string? GrantType = null,
    string? Scope = null,
    string? ClientId = null,
    string? ClientSecret = null);

/// <param name="TokenType">bearer.</param>
/// <param name="ExpiresIn">Seconds until the access token ends.</param>
internal sealed record LoginResponse(
    string AccessToken,
    string RefreshToken,
    [property: AllowedValues("bearer")] string TokenType,
    int ExpiresIn,
    LoginUser User)
{
    public static LoginResponse Of(SignInView signIn) =>
        new(signIn.AccessToken, signIn.RefreshToken, AuthXWire.TokenType, (int)signIn.ExpiresIn.TotalSeconds, signIn.User.ToWire<LoginUser>());
}

/// <param name="OrganizationId">The user's home.</param>
internal sealed record LoginUser(
    UserId Id,
    string Email,
    string Username,
    string? FirstName,
    string? LastName,
    bool IsActive,
    OrganizationId OrganizationId);

/// <param name="RefreshToken">From this API's login; it stays good until its session ends.</param>
[LimitsOf(typeof(RefreshLoginSessionCommand))]
internal sealed record RefreshRequest(string RefreshToken)
{
    public RefreshLoginSessionCommand ToCommand(TenantOfRequest tenant, ClientOfRequest client) =>
        new(tenant.IsNamed ? tenant.Tenant : null, RefreshToken, Rotates: false, client.Facts);
}

/// <param name="TokenType">bearer.</param>
/// <param name="ExpiresIn">Seconds until the access token ends.</param>
internal sealed record RefreshResponse(
    string AccessToken,
    [property: AllowedValues("bearer")] string TokenType,
    int ExpiresIn)
{
    public static RefreshResponse Of(SignInView signIn) => new(signIn.AccessToken, AuthXWire.TokenType, (int)signIn.ExpiresIn.TotalSeconds);
}

/// <param name="RefreshToken">Of the session to end.</param>
[LimitsOf(typeof(SignOutCommand))]
internal sealed record LogoutRequest([property: MaxLength(4096)] string RefreshToken);

/// <param name="NewPassword">As the server's policy wants it; at most 128 characters.</param>
[LimitsOf(typeof(ChangePasswordCommand))]
internal sealed record ChangePasswordRequest(string CurrentPassword, string NewPassword);

internal sealed class AuthWire : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<UserView, LoginUser>();
}
