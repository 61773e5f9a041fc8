using ModuleX.Domain.Integrations;

namespace ModuleX.Application.Integrations;

/// <summary>A tool that was just installed, or was there already.</summary>
/// <param name="IsConfigured">Every required variable has a value, of the organization or of the server.</param>
public sealed record InstalledView(string Tool, DateTimeOffset InstalledAt, bool IsConfigured)
{
    internal static InstalledView Of(Integration integration, bool isConfigured) => new(integration.Tool, integration.InstalledAt, isConfigured);
}
