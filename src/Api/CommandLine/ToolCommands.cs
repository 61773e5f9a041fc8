using System.CommandLine;
using ModuleX.Infrastructure.Catalog;

namespace ModuleX.Api.CommandLine;

/// <summary>Manifests, for people who write them.</summary>
internal static class ToolCommands
{
    public static Command Create() => new("tools", "The manifests of tools") { Validate() };

    private static Command Validate()
    {
        // An option, since an argument would swallow a setting.
        var folder = new Option<string?>("--folder") { Description = "A folder with one folder a tool; the one of the settings without this option" };
        return new Command("validate", "Check every manifest and show every problem with its JSON pointer; exit code 2 when there is one") { folder }
            .Does(async (services, parsed, cancellationToken) =>
            {
                var report = await services.GetRequiredService<CatalogValidation>().CheckAsync(parsed.GetValue(folder), cancellationToken);
                foreach (var tool in report.Tools) Console.WriteLine($"{tool.Name}: {tool.Actions} actions");
                foreach (var tool in report.Tools.Where(tool => !tool.WithoutRequest.IsEmpty))
                    Console.WriteLine($"{tool.Name}: can't be executed, for want of a request: {string.Join(", ", tool.WithoutRequest)}");
                foreach (var fault in report.Faults) Console.Error.WriteLine(fault);
                foreach (var without in report.WithoutManifest) Console.Error.WriteLine($"The folder {without} has no tool.json, so it is no tool");
                Console.WriteLine($"{report.Tools.Length} tools are good, {report.Faults.Select(fault => fault.File).Distinct().Count()} files are not.");
                return report.Faults.IsEmpty && report.WithoutManifest.IsEmpty ? 0 : 2;
            });
    }
}
