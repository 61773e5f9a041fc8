using ModuleX.Application.Access;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>Marks an endpoint that takes WebSockets, with how its callers show who they are: browsers can't send a header with those.</summary>
internal interface ICallerSource
{
    /// <summary>What the caller may do, or why the request is refused, for any caller.</summary>
    /// <param name="byToken">Finds the bearer of an access token.</param>
    ValueTask<Result<Authority>> FindAsync(HttpContext context, Func<string, ValueTask<Result<Authority>>> byToken);
}
