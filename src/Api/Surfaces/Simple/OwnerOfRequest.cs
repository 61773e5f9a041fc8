using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using ModuleX.Api.Hosting;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.Surfaces.Simple;

/// <summary>The person that a request is about: the <c>user_id</c> of the query, inside the organization of the caller's key.</summary>
internal sealed record OwnerOfRequest(TenantId Tenant, OwnerId Owner) : IEndpointParameterMetadataProvider
{
    public const string QueryName = "user_id";

    public ToolUser User => ToolUser.Of(Tenant, Owner);

    /// <param name="account">Null for the one that is meant where none is named.</param>
    public AccountReference AccountOf(string tool, string? account) => User.AccountOf(tool, account);

    /// <summary>For the descriptions of endpoints that also take the person in the body.</summary>
    public static RequestParameter WithBody { get; } =
        new(QueryName, IsHeader: false, IsRequired: false, "The person, by a name of the caller's own choice; needed, here or in the body.",
            MaximumLength: OwnerId.MaximumNameLength);

    public static ValueTask<OwnerOfRequest?> BindAsync(HttpContext context) => ValueTask.FromResult<OwnerOfRequest?>(Of(context, null));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(WithBody with { IsRequired = true, Description = "The person, by a name of the caller's own choice." });

    /// <summary>The name in a body; null where it has none.</summary>
    /// <exception cref="InvalidRequestException">It is no text.</exception>
    public static string? NameIn(JsonElement body)
    {
        if (!body.TryGetProperty(QueryName, out var name) || name.ValueKind == JsonValueKind.Null) return null;
        return name.ValueKind == JsonValueKind.String ? name.GetString() : throw Invalid("must be a text", ProblemRule.StringType, ProblemSource.Body);
    }

    /// <param name="name">The name in the body or the path; null for the one in the query.</param>
    /// <exception cref="InvalidRequestException">The name is missing, too long, there more than once, or has control characters.</exception>
    public static OwnerOfRequest Of(HttpContext context, string? name, ProblemSource place = ProblemSource.Body)
    {
        var source = name is null ? ProblemSource.Query : place;
        var query = context.Request.Query[QueryName];
        // The framework would make one name of two.
        if (query.Count > 1) throw Invalid("is given more than once", ProblemRule.ValueError, ProblemSource.Query);
        var inQuery = query.ToString();
        // Neither is taken for the other: the run would be another person's.
        if (name is not null && inQuery.Length > 0 && inQuery != name) throw Invalid("is given twice, with different values", ProblemRule.ValueError, source);
        name ??= inQuery;
        if (string.IsNullOrWhiteSpace(name)) throw Invalid(Missing(context), ProblemRule.Missing, source);
        if (name.Length > OwnerId.MaximumNameLength) throw Invalid($"has more than {OwnerId.MaximumNameLength} characters", ProblemRule.StringTooLong, source);
        if (name.Any(char.IsControl)) throw Invalid("has control characters", ProblemRule.ValueError, source);
        var caller = (ServicePrincipal)context.User;
        return new OwnerOfRequest(caller.Tenant, OwnerId.External(caller.Organization, name));
    }

    /// <summary>Says where it is looked for, and names what may have been meant for it.</summary>
    private static string Missing(HttpContext context)
    {
        var takesBody = context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is not null;
        var alike = context.Request.Query.Keys.FirstOrDefault(key => key != QueryName && IsAlike(key));
        return $"is required in the query{(takesBody ? " or the body" : "")}{(alike is null ? "" : $"; not known: {alike}")}";
    }

    private static bool IsAlike(string name) => name.Replace("_", "", StringComparison.Ordinal).Equals("userid", StringComparison.OrdinalIgnoreCase);

    private static InvalidRequestException Invalid(string what, string rule, ProblemSource source) =>
        new(RequestErrors.Invalid($"{QueryName} {what}", new Problem("/" + QueryName, what) { Rule = rule, Source = source }));
}
