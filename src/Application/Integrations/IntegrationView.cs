using System.Text.Json.Nodes;
using ModuleX.Domain.Catalog;

namespace ModuleX.Application.Integrations;

/// <summary>An installed tool as callers see one.</summary>
/// <param name="Tool">Null where the tool has left the catalog.</param>
/// <param name="Config">With secrets masked for those who may not see them.</param>
public sealed record IntegrationView(string Name, ToolDefinition? Tool, bool IsActive, DateTimeOffset InstalledAt, JsonObject Config);
