namespace ModuleX.Tests.Shared;

/// <summary>Finds files of the repository that the tests run in.</summary>
internal static class Repository
{
    public static readonly string Root = Find(AppContext.BaseDirectory);

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "ModuleX.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
