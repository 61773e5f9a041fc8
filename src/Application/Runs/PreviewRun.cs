using System.Text.Json;
using ModuleX.Application.Catalog;
using ModuleX.Application.Integrations;
using ModuleX.Application.Messaging;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.Runs;

/// <summary>The request that an execution would send, with everything checked that is checked before; nothing is sent.</summary>
/// <inheritdoc cref="RunActionCommand"/>
public sealed record PreviewRunQuery(
    ConnectionCaller Caller, string? Owner, string Tool, string Action, JsonElement Parameters, string? Account, Guid? Connection) : IQuery<RunPreview>
{
    public override string ToString() => $"{Action} of {Tool}";
}

/// <param name="Connection">The one that it would use; null where the tool needs none.</param>
public sealed record RunPreview(string Tool, string Action, Guid? Connection, RequestPreview Request);

/// <summary>A request as people may see it: what is secret is <c>***</c>.</summary>
/// <param name="Headers">By name, as they are sent.</param>
/// <param name="Body">Null for none, and for one that is no text.</param>
public sealed record RequestPreview(string Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body);

internal sealed class PreviewRunHandler(ConnectionAccess access, IToolCatalog catalog, IInstalledTools installed, ActionExecutor executor)
    : IQueryHandler<PreviewRunQuery, RunPreview>
{
    public async Task<Result<RunPreview>> Handle(PreviewRunQuery query, CancellationToken cancellationToken)
    {
        if ((await access.OwnerOfAsync(query.Caller, query.Owner, cancellationToken)).Failed(out var error, out var owner)) return error;
        var user = ToolUser.Of(query.Caller.Tenant, owner);
        if (query.Caller is ConnectionCaller.Person person)
        {
            if (owner.FindUser() != person.Caller.User) return ConnectionErrors.OwnerForbidden;
            if (catalog.FindTool(query.Tool).Failed(out error, out _)) return error;
            if ((await installed.RequireAsync(query.Caller.Tenant, person.In, query.Tool, cancellationToken)).Failed(out error, out _)) return error;
            user = person.Caller.UserIn(person.In);
        }
        if (executor.Prepare(user, query.Tool, query.Action, query.Parameters, query.Account).Failed(out error, out var run)) return error;
        return await executor.PreviewAsync(run with { Wanted = query.Connection }, cancellationToken);
    }
}
