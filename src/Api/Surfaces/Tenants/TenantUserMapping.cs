using ModuleX.Api.Hosting;
using ModuleX.Application.Identity;
using ModuleX.Application.Pipeline;
using ModuleX.Application.Tenancy;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Application.Access;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>Between document 4's wire records of users and the use cases.</summary>
internal static class TenantUserMapping
{
    private const string MissingCredentials = "Missing credentials";
    private const string InvalidCredentials = "Invalid credentials";
    private static readonly string[] Roles = ["admin", "user", "viewer"];

    /// <exception cref="InvalidRequestException">One of the three is missing or empty.</exception>
    public static SignInToTenantCommand ToCommand(this TenantLoginRequest request, ClientOfRequest client)
    {
        if (request is { Username: { Length: > 0 } name, Password: { Length: > 0 } password, TenantDomain: { Length: > 0 } domain })
            return new(domain, name, password, client.Facts);
        throw new InvalidRequestException(RequestErrors.Invalid(MissingCredentials));
    }

    /// <summary>Document 4's sentence for a login that is refused, whatever was wrong with it.</summary>
    public static Error ToLogin(this Error error) => error.Kind == ErrorKind.Unauthenticated ? error with { Message = InvalidCredentials } : error;

    public static TenantLoginResponse ToTenantLogin(this SignInView signIn) =>
        new(signIn.AccessToken, new(signIn.User.Number, signIn.User.Username, signIn.User.Email, signIn.User.Role.ToWire()));

    /// <exception cref="InvalidRequestException">The role is none of the words.</exception>
    public static CreateUserCommand ToCommand(this TenantUserRequest request, Caller caller) => new(
        caller, request.Email, request.Username, request.Password, request.FirstName, request.LastName, null, RoleOf(request.Role), JoinsDefault: true);

    /// <param name="user">As it is. A super admin is an admin on this wire, so that word alone makes no difference to one.</param>
    /// <exception cref="InvalidRequestException">The role is none of the words.</exception>
    public static UpdateUserCommand ToCommand(this TenantUserChangeRequest request, Caller caller, UserView user) =>
        new(caller, user.Id, request.Username, request.FirstName, request.LastName, request.IsActive, null)
        {
            Account = new(request.Email, request.Password, request.Role is not { } word || RoleOf(word).ToWire() == user.Role.ToWire() ? null : RoleOf(word)),
        };

    public static TenantUserResponse ToTenantWire(this UserView user) =>
        new(user.Number, user.Username, user.Email, user.FirstName ?? "", user.LastName ?? "", user.Role.ToWire(), user.IsActive);

    private static string ToWire(this SystemRole role) => role switch
    {
        >= SystemRole.Admin => "admin",
        SystemRole.Viewer => "viewer",
        _ => "user",
    };

    private static SystemRole RoleOf(string word) => word.ToLowerInvariant() switch
    {
        "admin" => SystemRole.Admin,
        "user" => SystemRole.User,
        "viewer" => SystemRole.Viewer,
        _ => throw new InvalidRequestException(
            ValidationErrors.Invalid(
                [new Problem("/role", $"role must be one of {string.Join(", ", Roles)}")
                { Rule = ProblemRule.Enum, Limits = ProblemLimit.OfWords(Roles), Input = word }])),
    };
}
