using ModuleX.Application.Messaging;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Every tool of the catalog with what one owner has connected and enabled.</summary>
public sealed record ListOwnerToolsQuery(ToolUser User) : IQuery<IReadOnlyList<OwnerToolView>>;

/// <summary>A tool as one owner has it.</summary>
/// <param name="IsAuthenticated">A credential is held that has not been refused.</param>
/// <param name="IsActive">Connected and switched on.</param>
public sealed record OwnerToolView(ToolDefinition Tool, ConnectionState State, bool IsAuthenticated, bool IsActive, IReadOnlyList<OwnerActionView> Actions);

/// <summary>An action as one owner has it.</summary>
/// <param name="IsActive">It can be executed: the tool is connected and on, and the action is not disabled.</param>
public sealed record OwnerActionView(ActionDefinition Action, bool IsActive);

internal sealed class ListOwnerToolsHandler(OwnerTools tools) : IQueryHandler<ListOwnerToolsQuery, IReadOnlyList<OwnerToolView>>
{
    public async Task<Result<IReadOnlyList<OwnerToolView>>> Handle(ListOwnerToolsQuery query, CancellationToken cancellationToken) =>
        await tools.ListAsync(query.User, cancellationToken);
}
