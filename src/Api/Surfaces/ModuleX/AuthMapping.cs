using ModuleX.Api.Hosting;
using ModuleX.Application.Identity;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Between the wire records of authentication and the use cases.</summary>
internal static class AuthMapping
{
    public static RegisterUserCommand ToCommand(this RegisterRequest request, TenantOfRequest tenant, ClientOfRequest client) =>
        new(tenant.Tenant, request.Email, request.Password, request.Username, null, null, null, SignsIn: true, client.Facts);

    public static SignInCommand ToCommand(this LoginRequest request, TenantOfRequest tenant, ClientOfRequest client) =>
        new(tenant.Tenant, request.Email, request.Password, new LoginTerms(IsRemembered: request.RememberMe), client.Facts);

    public static RefreshLoginSessionCommand ToCommand(this RefreshRequest request, TenantOfRequest tenant, ClientOfRequest client) =>
        new(tenant.IsNamed ? tenant.Tenant : null, request.RefreshToken, Rotates: true, client.Facts);

    /// <param name="isNew">A registration's answer tells when the user was made.</param>
    public static TokensResponse ToWire(this SignInView signIn, bool isNew = false)
    {
        var user = signIn.User;
        return new(
            signIn.AccessToken, signIn.RefreshToken, "bearer", (int)signIn.ExpiresIn.TotalSeconds,
            new(user.Id.ToString(), user.Email, user.Username, user.Role.ToWire(), user.IsActive, isNew ? user.CreatedAt : null));
    }

    public static MeResponse ToMe(this ProfileView profile)
    {
        var user = profile.User;
        return new(
            user.Id.ToString(), user.Email, user.Username, user.Role.ToWire(), user.IsActive,
            [.. profile.Organizations.Select(organization => organization.Id.ToString())], user.Organization.ToString());
    }

    /// <param name="role">member, admin or owner; null for all.</param>
    public static MyOrganizationsResponse ToOrganizations(this ProfileView profile, string? role)
    {
        var organizations = profile.Organizations.Where(one => role is null || one.Role.ToWire() == role).ToList();
        return new(
            true, profile.User.Id.ToString(),
            [.. organizations.Select(one => new MyOrganization(one.Id.ToString(), one.Name, one.Slug, one.Role.ToWire(), one.IsDefault))], organizations.Count);
    }

    public static string ToWire(this SystemRole role) => role switch
    {
        SystemRole.SuperAdmin => "SUPER_ADMIN",
        SystemRole.Admin => "ADMIN",
        SystemRole.Viewer => "VIEWER",
        _ => "USER",
    };

    public static string ToWire(this MembershipRole role) => role switch
    {
        MembershipRole.Owner => "owner",
        MembershipRole.Admin => "admin",
        _ => "member",
    };
}
