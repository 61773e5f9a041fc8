namespace ModuleX.Application.MockServices;

/// <summary>Whether this server plays the mock services. Section <c>MockServices</c>; without it they are on in Development.</summary>
public sealed class MockServicesOptions
{
    /// <summary>Where they answer, behind the public address.</summary>
    public const string Path = "/api/mock";

    public bool Enabled { get; set; } = true;
}
