using Mapster;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Identity;

/// <summary>A user as callers see one.</summary>
/// <param name="Organization">The home organization.</param>
public sealed record UserView(
    UserId Id, long Number, string Email, string Username, string? FirstName, string? LastName, SystemRole Role, bool IsActive, bool IsVerified,
    OrganizationId Organization, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? LastLoginAt);

/// <summary>A user where something is put down to one.</summary>
/// <param name="Number">See <see cref="User.Number"/>.</param>
public sealed record UserNameView(long Number, string Username);

/// <summary>An organization of a user.</summary>
/// <param name="IsDefault">True for the tenant's default organization.</param>
/// <param name="IsHome">True for the user's home.</param>
public sealed record MembershipView(OrganizationId Id, string Name, string Slug, MembershipRole Role, bool IsDefault, bool IsHome, bool IsActive);

/// <summary>A login session as its user sees it.</summary>
public sealed record LoginSessionView(
    LoginSessionId Id, UserId User, string? IpAddress, string? UserAgent, DateTimeOffset CreatedAt, DateTimeOffset LastActivityAt, DateTimeOffset ExpiresAt);

/// <summary>What a sign-in gives.</summary>
public sealed record SignInView(string AccessToken, string RefreshToken, TimeSpan ExpiresIn, UserView User)
{
    public override string ToString() => $"Tokens of {User.Id}: ***";
}

internal sealed class UserViews : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config.NewConfig<User, UserView>().Map(view => view.Organization, user => user.OrganizationId);
        config.NewConfig<User, UserNameView>();
        config.NewConfig<LoginSession, LoginSessionView>().Map(view => view.User, session => session.UserId);
    }
}
