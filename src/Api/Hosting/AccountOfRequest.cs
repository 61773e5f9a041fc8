using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Api.Hosting;

/// <summary>The account of a tool that a request is about, by <c>account</c> in the query, or in the body where an endpoint takes it there.</summary>
/// <param name="Name">Null for the default account.</param>
internal sealed record AccountOfRequest(string? Name) : IEndpointParameterMetadataProvider
{
    public const string QueryName = "account";

    private static readonly RequestParameter Parameter = new(
        QueryName, IsHeader: false, IsRequired: false,
        "Which of the person's accounts of the tool; the default one without it. Connecting one that there is not makes it.",
        MaximumLength: AccountName.MaximumLength);

    public static ValueTask<AccountOfRequest?> BindAsync(HttpContext context) => new(new AccountOfRequest(In(context)));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(Parameter);

    /// <summary>The one in a body; null where it has none.</summary>
    /// <exception cref="InvalidRequestException">It is no text.</exception>
    public static string? NameIn(JsonElement body)
    {
        if (!body.TryGetProperty(QueryName, out var name) || name.ValueKind == JsonValueKind.Null) return null;
        return name.ValueKind == JsonValueKind.String ? JsonBody.TextOf(name) : throw Invalid("must be a text", ProblemSource.Body);
    }

    /// <exception cref="InvalidRequestException">It is given more than once.</exception>
    private static string? In(HttpContext context) => context.Request.Query[QueryName] switch
    {
        [] or [""] => null,
        [var name] => name,
        _ => throw Invalid("is given more than once", ProblemSource.Query),
    };

    private static InvalidRequestException Invalid(string what, ProblemSource source) =>
        new(RequestErrors.Invalid($"{QueryName} {what}", new Problem("/" + QueryName, what) { Source = source }));
}
