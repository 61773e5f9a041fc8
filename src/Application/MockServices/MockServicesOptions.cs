namespace ModuleX.Application.MockServices;

/// <summary>Whether this server plays the mock services. Set by the host, which knows the environment.</summary>
public sealed class MockServicesOptions
{
    /// <summary>Where they answer, behind the public address.</summary>
    public const string Path = "/api/mock";

    public bool Enabled { get; set; } = true;
}
