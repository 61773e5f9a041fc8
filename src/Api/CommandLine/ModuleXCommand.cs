using System.CommandLine;
using ModuleX.Api.Hosting;
using ModuleX.Infrastructure.Persistence.Startup;
using ModuleX.Infrastructure.Settings;

namespace ModuleX.Api.CommandLine;

/// <summary>The program's command line: without a verb it serves, with one it does one thing and ends.</summary>
internal static class ModuleXCommand
{
    private const int Failure = 1;

    /// <returns>0 on success, 1 on a failure, which is told on standard error in words for the person at the terminal.</returns>
    /// <param name="parts">What another program puts in; null for none.</param>
    public static async Task<int> RunAsync(string[] args, ServerParts? parts = null)
    {
        var root = new RootCommand(
            "ModuleX: tool authentication and tool execution for AI agents. Without a verb it serves. "
            + "Settings are given as --Name=value or --Section:Name=value; docs/settings.md has them all.");
        root.Add(ServeCommand.Create());
        root.Add(KeyCommands.Create());
        root.Add(TenantCommands.Create());
        root.Add(OrganizationCommands.Create());
        root.Add(UserCommands.Create());
        root.Add(DatabaseCommands.Create());
        root.Add(EncryptionCommands.Create());
        root.Add(ToolCommands.Create());
        root.Add(RecordCommands.Create());
        ServeCommand.Serve(root);
        try
        {
            return await root.Parse(args)
                .InvokeAsync(
                    new ModuleXInvocation { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Parts = parts ?? ServerParts.None });
        }
        catch (Exception exception) when (SettingsFaults.In(exception) is { IsEmpty: false } faults)
        {
            return Fail(["The settings are not right:", .. faults.Select(fault => $"  {fault}")]);
        }
        catch (StartupException exception)
        {
            return Fail([exception.Message]);
        }
        catch (DirectoryNotFoundException exception)
        {
            return Fail([exception.Message]);
        }
        catch (IOException exception) when (exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return Fail([$"{exception.Message.TrimEnd('.')}. Stop what listens there, or choose another address with --urls http://localhost:PORT."]);
        }
    }

    private static int Fail(IEnumerable<string> lines)
    {
        foreach (var line in lines) Console.Error.WriteLine(line);
        return Failure;
    }
}
