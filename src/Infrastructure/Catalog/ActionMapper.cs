using System.Collections.Immutable;
using System.Text.Json;
using ModuleX.Domain.Catalog;
using ModuleX.Infrastructure.JsonSchema;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>Makes the actions of a manifest that passed every check.</summary>
internal static class ActionMapper
{
    public static ActionDefinition Map(
        JsonElement action, CompiledSchema parameters, JsonElement defaults, ImmutableArray<ErrorRule> toolErrors, Func<string, UrlTemplate> urlOf)
    {
        var request = action.Member("request");
        var method = request?.Text("method") ?? "POST";
        var behaviour = action.Member("behaviour") ?? default;
        var isReadOnly = behaviour.Flag("read_only") ?? method is "GET" or "HEAD";
        var timeout = action.Member("timeout_seconds") ?? defaults.Member("timeout_seconds");
        return new ActionDefinition
        {
            Name = action.Text("name")!,
            Aliases = action.Texts("aliases"),
            Title = action.Text("title") ?? TitleOf(action.Text("name")!),
            Description = action.Text("description")!,
            Tags = action.Texts("tags"),
            Parameters = parameters,
            Request = request is { } template ? RequestMapper.Map(template, parameters.Source, urlOf) : null,
            Behaviour = new(
                isReadOnly,
                behaviour.Flag("destructive") ?? method == "DELETE",
                behaviour.Flag("idempotent") ?? (isReadOnly || method is "PUT" or "DELETE"),
                behaviour.Flag("needs_approval") ?? false),
            Scopes = action.Texts("scopes"),
            Response = ResponseOf(action.Member("response") ?? default, defaults.Member("response") ?? default),
            Errors = [.. action.Items("errors").Select(ErrorOf), .. toolErrors],
            Pagination = action.Member("pagination") is { } pagination ? PaginationOf(pagination) : null,
            Timeout = timeout is { } seconds ? TimeSpan.FromSeconds(seconds.GetDouble()) : null,
            MaxAttempts = (action.Member("retry") ?? defaults.Member("retry"))?.Member("max_attempts")?.Whole(),
        };
    }

    public static ErrorRule ErrorOf(JsonElement rule) => new()
    {
        Kind = rule.Text("kind") switch
        {
            "invalid_credentials" => UpstreamFailureKind.InvalidCredentials,
            "missing_scope" => UpstreamFailureKind.MissingScope,
            "rate_limited" => UpstreamFailureKind.RateLimited,
            "not_found" => UpstreamFailureKind.NotFound,
            "invalid_request" => UpstreamFailureKind.InvalidRequest,
            "forbidden" => UpstreamFailureKind.Forbidden,
            "unavailable" => UpstreamFailureKind.Unavailable,
            _ => UpstreamFailureKind.Failed,
        },
        Statuses = [.. rule.Items("status").Select(status => status.Whole())],
        Path = rule.Path("path"),
        AllowedValues = [.. rule.Items("equals")],
        Contains = rule.Text("contains"),
        Header = rule.Text("header"),
        HeaderValue = rule.Text("header_equals"),
        Message = rule.Path("message"),
        Scopes = rule.Path("scopes"),
        ScopesHeader = rule.Text("scopes_header"),
        ScopesMissing = rule.Member("scopes_missing") is { } headers ? new ScopeHeaders(headers.Text("needed")!, headers.Text("held")!) : null,
        RetryAfterHeader = rule.Text("retry_after_header"),
    };

    /// <summary>What the action says, and where it is silent what the tool says.</summary>
    public static ResponseRules ResponseOf(JsonElement own, JsonElement shared) => new()
    {
        AcceptsAnyContent = (own.Text("content") ?? shared.Text("content")) == "any",
        Select = own.Path("select") ?? shared.Path("select"),
        Success = (own.Member("success") ?? shared.Member("success")) is { } success
            ? new SuccessRule(success.Path("path")!, success.GetProperty("equals"), success.Path("message"))
            : null,
        MaxBytes = (own.Member("max_bytes") ?? shared.Member("max_bytes"))?.Whole(),
    };

    private static PaginationRules PaginationOf(JsonElement pagination) => new(
        pagination.Text("style") switch
        {
            "page" => PaginationStyle.Page,
            "offset" => PaginationStyle.Offset,
            "cursor" => PaginationStyle.Cursor,
            _ => PaginationStyle.Link,
        },
        pagination.Text("parameter"), pagination.Text("size_parameter"), pagination.Path("next"));

    private static string TitleOf(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ').Replace('-', ' ');
}
