using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>The organization that a request is about, by <c>X-Organization-ID</c> or <c>?organization_id=</c>; the caller's right to it is checked.</summary>
internal sealed record OrganizationOfRequest(OrganizationId Id)
{
    public const string Header = "X-Organization-ID";
    public const string QueryName = "organization_id";

    private const string Home = "the user's home where neither this nor the query names one";

    public static ValueTask<OrganizationOfRequest?> BindAsync(HttpContext context) =>
        new(new OrganizationOfRequest(((UserPrincipal)context.User).Organization!.Value));

    /// <summary>How requests name it, for the descriptions of endpoints that act in one.</summary>
    /// <param name="isNeeded">False where the user's own one stands in.</param>
    public static IReadOnlyList<RequestParameter> Parameters(bool isNeeded) =>
    [
        new(Header, IsHeader: true, IsRequired: false,
        $"The organization that the request is about; {(isNeeded ? "needed, here or in the query" : Home)}.", "uuid"),
        new(QueryName, IsHeader: false, IsRequired: false, "The same, for callers that can't set a header.", "uuid"),
    ];

    /// <summary>What the request names; null for nothing.</summary>
    /// <exception cref="InvalidRequestException">It is no UUID, or two that differ.</exception>
    public static OrganizationId? NamedIn(HttpContext context)
    {
        var names = context.Request.Headers[Header].Concat(context.Request.Query[QueryName]).Where(name => !string.IsNullOrEmpty(name))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return names switch
        {
            [] => null,
            [var name] when Guid.TryParse(name, out var id) => new OrganizationId(id),
            [_] => throw Invalid("must be a UUID"),
            _ => throw Invalid("is given more than once, with different values"),
        };
    }

    private static InvalidRequestException Invalid(string what) =>
        new(RequestErrors.Invalid($"{QueryName} {what}") with { Problems = [new Problem("/" + QueryName, what)] });
}
