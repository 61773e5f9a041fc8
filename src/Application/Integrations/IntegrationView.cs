using System.Text.Json.Nodes;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Integrations;

namespace ModuleX.Application.Integrations;

/// <summary>An installed tool as callers see one.</summary>
/// <param name="Tool">Null where the tool has left the catalogue.</param>
/// <param name="Config">With secrets masked for those who may not see them.</param>
public sealed record IntegrationView(string Name, ToolDefinition? Tool, bool IsActive, DateTimeOffset InstalledAt, JsonObject Config);

/// <summary>A tool that was just installed, or was there already.</summary>
/// <param name="IsConfigured">Every required variable has a value, of the organization or of the server.</param>
public sealed record InstalledView(string Tool, DateTimeOffset InstalledAt, bool IsConfigured)
{
    internal static InstalledView Of(Integration integration, bool isConfigured) => new(integration.Tool, integration.InstalledAt, isConfigured);
}
