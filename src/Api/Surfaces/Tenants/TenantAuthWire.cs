using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting;
using ModuleX.Application.Identity;
using ModuleX.Application.Tenancy;

namespace ModuleX.Api.Surfaces.Tenants;

/// <param name="Username">The username or the email.</param>
/// <param name="TenantDomain">The tenant; the header X-Tenant-Domain is not looked at here.</param>
internal sealed record TenantLoginRequest(
    [property: MaxLength(254)] string? Username = null,
    [property: MaxLength(128)] string? Password = null,
    [property: MaxLength(255)] string? TenantDomain = null)
{
    public override string ToString() => nameof(TenantLoginRequest);

    /// <exception cref="InvalidRequestException">One of the three is missing or empty.</exception>
    public SignInToTenantCommand ToCommand(ClientOfRequest client)
    {
        if (this is { Username: { Length: > 0 } name, Password: { Length: > 0 } password, TenantDomain: { Length: > 0 } domain })
            return new(domain, name, password, client.Facts);
        throw new InvalidRequestException(RequestErrors.Invalid("Missing credentials"));
    }
}

/// <param name="Token">The access token; it lasts as long as those of the other documents.</param>
internal sealed record TenantLoginResponse(string Token, TenantLoginUser User)
{
    public override string ToString() => nameof(TenantLoginResponse);

    public static TenantLoginResponse Of(SignInView signIn) =>
        new(signIn.AccessToken, new(signIn.User.Number, signIn.User.Username, signIn.User.Email, signIn.User.Role.ToWord()));
}

/// <param name="Role">admin, user or viewer; a super admin is an admin here.</param>
internal sealed record TenantLoginUser(
    long Id,
    string Username,
    string Email,
    [property: AllowedValues("admin", "user", "viewer")] string Role);
