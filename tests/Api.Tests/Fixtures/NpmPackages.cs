namespace ModuleX.Api.Tests.Fixtures;

/// <summary>What tests take from npm, each in a folder of its own.</summary>
internal static class NpmPackages
{
    /// <summary>Why a test that needs the packages is skipped; null where they are there, and in CI, where their absence is a failure.</summary>
    /// <param name="what">At the beginning of a sentence: <c>The linters</c>.</param>
    /// <param name="folder">With its <c>package.json</c>.</param>
    public static string? MissingReason(string what, string folder, params IReadOnlyList<string> packages) =>
        packages.All(package => Directory.Exists(Path.Combine(folder, "node_modules", package))) || Environment.GetEnvironmentVariable("CI") == "true"
            ? null
            : $"{what} from npm: not installed here, run npm install in {Path.GetRelativePath(Repository.Root, folder).Replace('\\', '/')}";
}
