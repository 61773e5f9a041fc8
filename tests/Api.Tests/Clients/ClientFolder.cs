using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Clients;

/// <summary>The TypeScript client, and the programs that it is developed with.</summary>
internal static class ClientFolder
{
    /// <summary>How long a program may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static string Path { get; } = Repository.PathOf("clients", "typescript");

    /// <summary>A program that npm has brought, by its path below node_modules.</summary>
    public static string Tool(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, "node_modules", .. parts]);

    /// <summary>The compiler.</summary>
    public static string Compiler { get; } = Tool("typescript", "bin", "tsc");

    /// <summary>Runs a script in the client's folder, and fails with what it says when it fails.</summary>
    public static async Task NodeAsync(string script, params string[] arguments) => await SucceedsAsync(Path, "node", [script, .. arguments]);

    /// <summary>Runs a program that has to succeed.</summary>
    public static async Task SucceedsAsync(string folder, string program, params string[] arguments) =>
        (await ProgramRun.OfAsync(folder, program, arguments, Limit)).Succeeded();
}
