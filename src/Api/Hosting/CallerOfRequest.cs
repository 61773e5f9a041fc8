using ModuleX.Application.Access;

namespace ModuleX.Api.Hosting;

/// <summary>The signed-in user who calls; there is one wherever an endpoint asks for a level.</summary>
internal sealed record CallerOfRequest(Caller Caller)
{
    public static ValueTask<CallerOfRequest?> BindAsync(HttpContext context) => new(new CallerOfRequest(((UserPrincipal)context.User).Caller));
}
