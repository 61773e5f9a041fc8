using Microsoft.AspNetCore.Http.Features.Authentication;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Application.Catalog;
using ModuleX.Application.Records;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting.Records;

/// <summary>Records every request that a surface answered: where it went, how it ended and how long it took. Neither its query nor its body.</summary>
internal sealed class RequestRecording(RequestDelegate next, IRecords records, IToolCatalog catalog, FaultEvents faults, TimeProvider time)
{
    private readonly EndpointPaths _paths = new();

    public async Task InvokeAsync(HttpContext context)
    {
        var started = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            if (context.GetEndpoint() is RouteEndpoint endpoint && endpoint.Metadata.GetMetadata<IEndpointGroupNameMetadata>() is { } surface)
                await WriteAsync(context, endpoint, surface.EndpointGroupName, ElapsedOf(context, started));
        }
    }

    private TimeSpan ElapsedOf(HttpContext context, long started) =>
        context.Features.Get<AnswerOfRequest>() is { } answer ? time.GetElapsedTime(started, answer.Timestamp) : time.GetElapsedTime(started);

    private ValueTask WriteAsync(HttpContext context, RouteEndpoint endpoint, string surface, TimeSpan duration)
    {
        var failure = context.Features.Get<FailureOfRequest>()?.Error;
        var entry = EntryOf(context, endpoint, surface, duration, RecordKind.Request, RecordCategories.Request);
        entry.Level = LevelOf(context.Response.StatusCode);
        Fail(entry, failure);
        var writing = records.WriteAsync(entry, CancellationToken.None);
        return context.Response.StatusCode >= StatusCodes.Status500InternalServerError && !IsRun(endpoint, failure)
            ? WithErrorAsync(writing, context, endpoint, surface, duration, failure)
            : writing;
    }

    private async ValueTask WithErrorAsync(ValueTask writing, HttpContext context, RouteEndpoint endpoint, string surface, TimeSpan duration, Error? failure)
    {
        await writing;
        var entry = EntryOf(context, endpoint, surface, duration, RecordKind.Error, RecordCategories.System);
        entry.Level = failure?.Code == RequestErrors.InternalCode ? RecordLevel.Critical : RecordLevel.Error;
        Fail(entry, failure);
        faults.Tell(entry);
        await records.WriteAsync(entry, CancellationToken.None);
    }

    private RecordEntry EntryOf(HttpContext context, RouteEndpoint endpoint, string surface, TimeSpan duration, RecordKind kind, string category)
    {
        var tool = ToolOf(context);
        var entry = new RecordEntry
        {
            Kind = kind,
            Category = category,
            At = context.Features.Get<AnswerOfRequest>()?.At ?? time.GetUtcNow(),
            Success = context.Response.StatusCode < StatusCodes.Status400BadRequest,
            ToolName = tool,
            ActionName = context.Features.Get<ActionOfRequest>()?.Name,
            Endpoint = _paths.Of(endpoint, surface, tool),
            Method = context.Request.Method,
            StatusCode = context.Response.StatusCode,
            DurationMicroseconds = duration.Ticks / TimeSpan.TicksPerMicrosecond,
            IpAddress = ClientOfRequest.AddressOf(context),
        };
        // Not context.User, which would make an empty user where there is none.
        Name(entry, context.Features.Get<IHttpAuthenticationFeature>()?.User);
        return entry;
    }

    private string? ToolOf(HttpContext context) =>
        context.Request.RouteValues[RunRate.ToolValue] is string name && !catalog.FindTool(name).Failed(out _, out var tool) ? tool.Name : null;

    private static void Name(RecordEntry entry, System.Security.Claims.ClaimsPrincipal? principal)
    {
        switch (principal)
        {
            case UserPrincipal user:
                entry.TenantId = user.Caller.Tenant;
                entry.OrganizationId = user.Organization ?? user.Caller.Authority.Organization;
                entry.UserId = user.IdText;
                entry.AuthMethod = AuthMethods.Password;
                break;
            case ServicePrincipal service:
                entry.TenantId = service.Tenant;
                entry.OrganizationId = service.Organization;
                entry.AuthMethod = AuthMethods.ApiKey;
                break;
        }
    }

    private static void Fail(RecordEntry entry, Error? failure)
    {
        if (failure is null) return;
        entry.Code = failure.Code;
        entry.Message = failure.Message;
    }

    /// <summary>A failed run has recorded its own error.</summary>
    private static bool IsRun(RouteEndpoint endpoint, Error? failure) =>
        endpoint.Metadata.GetMetadata<RunRate>() is not null && failure is not null && failure.Code != RequestErrors.InternalCode;

    private static RecordLevel LevelOf(int status) => status switch
    {
        >= StatusCodes.Status500InternalServerError => RecordLevel.Error,
        >= StatusCodes.Status400BadRequest => RecordLevel.Warning,
        _ => RecordLevel.Info,
    };
}
