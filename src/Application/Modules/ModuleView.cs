using System.Collections.Immutable;
using ModuleX.Domain.Catalog;

namespace ModuleX.Application.Modules;

/// <summary>A tool as a module of the platform.</summary>
/// <param name="Settings">By name; secrets are masked.</param>
public sealed record ModuleView(ToolDefinition Tool, bool IsInstalled, ImmutableSortedDictionary<string, string> Settings);

/// <summary>A tool as the marketplace offers it.</summary>
/// <param name="Installs">How often it was installed, on the platform or for an organization.</param>
/// <param name="Stars">The average of all ratings, with two decimals; 0 where there is none.</param>
public sealed record MarketplaceModuleView(ToolDefinition Tool, long Installs, double Stars);
