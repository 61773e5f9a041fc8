using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using ModuleX.Api.Hosting;
using ModuleX.Domain.Results;
using ModuleX.Domain.Sessions;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.Surfaces.Simple;

/// <summary>The person that a request is about: the <c>user_id</c> of the query, inside the organization of the caller's key.</summary>
internal sealed record OwnerOfRequest(TenantId Tenant, OwnerId Owner) : IEndpointParameterMetadataProvider
{
    public const string QueryName = "user_id";

    public ToolSessionId SessionFor(string tool) => new(Tenant, Owner, tool);

    public static ValueTask<OwnerOfRequest?> BindAsync(HttpContext context) => ValueTask.FromResult<OwnerOfRequest?>(Of(context, null));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new RequestParameter(QueryName, IsHeader: false, IsRequired: true, "The person, by a name of the caller's own choice.", MaximumLength: OwnerId.MaximumNameLength));

    /// <param name="name">The name in the body; null for the one in the query.</param>
    /// <exception cref="InvalidRequestException">The name is missing, too long, there more than once, or has control characters.</exception>
    public static OwnerOfRequest Of(HttpContext context, string? name)
    {
        var source = name is null ? ProblemSource.Query : ProblemSource.Body;
        var query = context.Request.Query[QueryName];
        // The framework would make one name of two.
        if (name is null && query.Count > 1) throw Invalid("is given more than once", ProblemRule.ValueError, source);
        name ??= query.ToString();
        if (string.IsNullOrWhiteSpace(name)) throw Invalid("is required", ProblemRule.Missing, source);
        if (name.Length > OwnerId.MaximumNameLength) throw Invalid($"has more than {OwnerId.MaximumNameLength} characters", ProblemRule.StringTooLong, source);
        if (name.Any(char.IsControl)) throw Invalid("has control characters", ProblemRule.ValueError, source);
        var caller = (ServicePrincipal)context.User;
        return new OwnerOfRequest(caller.Tenant, OwnerId.External(caller.Organization, name));
    }

    private static InvalidRequestException Invalid(string what, string rule, ProblemSource source) =>
        new(RequestErrors.Invalid($"{QueryName} {what}", new Problem("/" + QueryName, what) { Rule = rule, Source = source }));
}
