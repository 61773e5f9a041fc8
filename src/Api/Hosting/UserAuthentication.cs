using ModuleX.Api.Hosting.Rates;
using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Application.Organizations;
using ModuleX.Application.Records;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>
/// Lets people in by their access token where an endpoint asks for a level, and holds the level, the permission and the tenant against what they may do.
/// A middleware for the reasons of docs/adr/0009: a warm request looks up one hash and makes two small objects.
/// </summary>
internal sealed class UserAuthentication(
    RequestDelegate next, IAccessTokens tokens, IOrganizationRepository organizations, IUsageRecorder usage, ISecurityLog securityLog, RateLimits rates)
{
    private const string Scheme = "Bearer ";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RequiredLevel>() is not { } required || IsService(context))
        {
            await next(context);
            return;
        }
        if ((await AdmitAsync(context, required.Level)).Failed(out var error, out var caller))
        {
            if (error.Kind == ErrorKind.Unauthenticated) context.Response.Headers.WWWAuthenticate = "Bearer";
            await error.ToResult().ExecuteAsync(context);
            return;
        }
        context.User = caller;
        await next(context);
    }

    /// <summary>
    /// Whether a key was accepted already, at an endpoint that takes keys and access tokens. At others the principal is not asked for: the framework would
    /// make one.
    /// </summary>
    private static bool IsService(HttpContext context) =>
        context.GetEndpoint()!.Metadata.GetMetadata<RequiredScope>() is not null && context.User is ServicePrincipal;

    private async Task<Result<UserPrincipal>> AdmitAsync(HttpContext context, AccessLevel level)
    {
        if ((await FindAsync(context)).Failed(out var error, out var authority)) return error;
        if (rates.Principal(context, authority.User.Value) is { } exceeded) return exceeded;
        var caller = new Caller(authority, ClientOfRequest.Of(context));
        if ((await AdmitAsync(context, level, caller)).Failed(out error, out var organization))
        {
            // For the record: it is known who was refused.
            context.User = new UserPrincipal(caller, null);
            return error;
        }
        usage.UserActive(authority.User, authority.Session);
        return new UserPrincipal(caller, organization);
    }

    private async Task<Result<OrganizationId?>> AdmitAsync(HttpContext context, AccessLevel level, Caller caller)
    {
        var authority = caller.Authority;
        if (TenantOfRequest.NameIn(context) is { } domain && domain != authority.TenantDomain)
        {
            securityLog.TenantMismatched(new LoginFacts(authority.Tenant, authority.User, authority.Organization, caller.Client.Address));
            return IdentityErrors.TenantMismatch;
        }
        if (caller.Authority.Role == SystemRole.Viewer && ViewerRule.Refuses(context)) return IdentityErrors.ViewerReadsOnly;
        if (Judge(caller, level, context.GetEndpoint()!.Metadata.GetMetadata<RequiredPermission>()) is { } refusal) return refusal;
        return await FindContextAsync(context, caller, level);
    }

    private ValueTask<Result<Authority>> FindAsync(HttpContext context)
    {
        if (context.GetEndpoint()!.Metadata.GetMetadata<ICallerSource>() is { } source) return FindBySourceAsync(context, source);
        return context.Request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? FindAsync(context, header[Scheme.Length..].Trim())
            : new(rates.Anonymous(context) ?? WithoutToken(context));
    }

    private ValueTask<Result<Authority>> FindBySourceAsync(HttpContext context, ICallerSource source) =>
        source.FindAsync(context, token => FindAsync(context, token));

    private async ValueTask<Result<Authority>> FindAsync(HttpContext context, string token)
    {
        if (tokens.FindInMemory(token) is { } known) return known;
        var found = await rates.LookUpAsync(context, () => tokens.FindAsync(token, context.RequestAborted));
        return found.Error is { Kind: ErrorKind.Unauthenticated } error && token.StartsWith(ApiKey.Marker, StringComparison.Ordinal) ? Misplaced(error) : found;
    }

    private static Error WithoutToken(HttpContext context) =>
        context.Request.Headers.ContainsKey(ServiceAuthentication.Header) ? Misplaced(IdentityErrors.TokenMissing) : IdentityErrors.TokenMissing;

    /// <summary>A service key is good, but not here: who hears only that it is invalid makes another one.</summary>
    private static Error Misplaced(Error error) =>
        error with { Message = $"{error.Message}. A service key goes into {ServiceAuthentication.Header} and is taken at /auth and /tools, not under /api" };

    private static Error? Judge(Caller caller, AccessLevel level, RequiredPermission? permission) => level switch
    {
        AccessLevel.SystemAdmin when !caller.IsSystemAdmin => IdentityErrors.RoleTooLow("Admin"),
        AccessLevel.SuperAdmin or AccessLevel.PlatformSuperAdmin when !caller.IsSuperAdmin => IdentityErrors.RoleTooLow("Super admin"),
        AccessLevel.PlatformAdmin or AccessLevel.PlatformSuperAdmin when !caller.AdministersPlatform => IdentityErrors.PlatformOnly,
        _ when permission is not null && !caller.Has(permission.Name, caller.Authority.Organization) => IdentityErrors.PermissionMissing(permission.Name),
        _ => null,
    };

    /// <summary>The organization that the request names; null where its endpoint asks for none.</summary>
    private async Task<Result<OrganizationId?>> FindContextAsync(HttpContext context, Caller caller, AccessLevel level)
    {
        if (level is not (AccessLevel.OrganizationMember or AccessLevel.OrganizationAdmin)) return (OrganizationId?)null;
        // Members act at home where they name none. Who administers says where: a change in another organization than the one that was meant is not noticed.
        var named = OrganizationOfRequest.NamedIn(context) ?? (level == AccessLevel.OrganizationMember ? caller.Authority.FindHome() : null);
        if (named is not { } organization) return OrganizationErrors.ContextRequired;
        // One that is not there, and one that is not the caller's, are refused alike.
        if (!caller.MaySee(organization)) return OrganizationErrors.AccessDenied;
        if (!caller.Authority.Organizations.ContainsKey(organization)
            && await organizations.FindAsync(caller.Tenant, organization, context.RequestAborted) is null) return OrganizationErrors.AccessDenied;
        if (level == AccessLevel.OrganizationAdmin && !caller.MayAdminister(organization)) return IdentityErrors.RoleTooLow("Organization admin");
        return organization;
    }
}
