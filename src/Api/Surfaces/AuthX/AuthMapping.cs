using ModuleX.Api.Hosting;
using ModuleX.Application.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>Between the wire records of authentication and the use cases.</summary>
internal static class AuthMapping
{
    private const string TokenType = "bearer";

    public static RegisterUserCommand ToCommand(this RegisterRequest request, TenantOfRequest tenant, ClientOfRequest client) => new(
        tenant.Tenant, request.Email, request.Password, request.Username, request.FirstName, request.LastName,
        request.OrganizationId is { } id ? new OrganizationId(id) : null, SignsIn: false, client.Facts);

    /// <summary>An empty slug is none: forms send fields that nobody filled in.</summary>
    public static SignInCommand ToCommand(this LoginBody body, TenantOfRequest tenant, ClientOfRequest client)
    {
        var (request, kind) = (body.Request, body.IsForm ? LoginName.EmailOrUsername : LoginName.Email);
        var terms = new LoginTerms(KeepsRefreshToken: true, OrganizationSlug: string.IsNullOrEmpty(request.OrganizationSlug) ? null : request.OrganizationSlug);
        return new(tenant.Tenant, request.Email, request.Password, terms, client.Facts, kind);
    }

    public static RefreshLoginSessionCommand ToCommand(this RefreshRequest request, TenantOfRequest tenant, ClientOfRequest client) =>
        new(tenant.IsNamed ? tenant.Tenant : null, request.RefreshToken, Rotates: false, client.Facts);

    public static LoginResponse ToLogin(this SignInView signIn)
    {
        var user = signIn.User;
        return new(
            signIn.AccessToken, signIn.RefreshToken, TokenType, (int)signIn.ExpiresIn.TotalSeconds,
            new(user.Id.ToString(), user.Email, user.Username, user.FirstName, user.LastName, user.IsActive, user.Organization.ToString()));
    }

    public static RefreshResponse ToRefresh(this SignInView signIn) => new(signIn.AccessToken, TokenType, (int)signIn.ExpiresIn.TotalSeconds);
}
