using System.Runtime.CompilerServices;
using System.Security.Claims;
using ModuleX.Application.Access;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Hosting;

/// <summary>A signed-in user who calls.</summary>
/// <param name="organization">The organization that the request is about, where its endpoint asks for one.</param>
internal sealed class UserPrincipal(Caller caller, OrganizationId? organization) : ClaimsPrincipal(Identity)
{
    private static readonly new ClaimsIdentity Identity = new("Bearer");

    private static readonly ConditionalWeakTable<Authority, string> Texts = [];

    public Caller Caller { get; } = caller;

    public OrganizationId? Organization { get; } = organization;

    /// <summary>The user's id as it is written, made once for all requests that know the same authority.</summary>
    public string IdText => Texts.GetValue(Caller.Authority, static authority => authority.User.Value.ToString("D"));
}
