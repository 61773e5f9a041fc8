using ModuleX.Domain.Catalog;

namespace ModuleX.Application.Operations;

/// <summary>Knows which variables of tools the operator has set for the whole server.</summary>
public interface ISystemEnvironment
{
    /// <summary>By its name, or by the setting of the tool that it fills.</summary>
    bool Has(ToolDefinition tool, EnvironmentVariable variable);
}
