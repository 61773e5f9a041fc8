using System.Security.Cryptography;

namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>Makes keys; none is written down.</summary>
internal static class Keys
{
    public static string NewMasterKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
