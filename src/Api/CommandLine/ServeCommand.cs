using System.CommandLine;
using Microsoft.Extensions.Options;
using ModuleX.Api.Hosting;
using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Api.CommandLine;

/// <summary>Serves until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Serve the API until the process is told to stop (SIGTERM or Ctrl+C); executions under way may end first");
        Serve(command);
        return command;
    }

    /// <summary>Makes a command serve.</summary>
    public static void Serve(Command command) => command.TakesSettings().SetAction(async (parsed, cancellationToken) =>
    {
        await using var app = ModuleXHost.Build(parsed.Settings(), parts: ModuleXInvocation.PartsOf(parsed));
        await PrepareAsync(app.Services, cancellationToken);
        await app.RunAsync();
        return 0;
    });

    /// <summary>Everything that must be right before the server listens: all settings at once, then the database, then somebody who may administer it.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var steps = services.GetRequiredService<StartSteps>();
        try
        {
            steps.Enter(StartSteps.Settings);
            services.GetService<IStartupValidator>()?.Validate();
            services.GetRequiredService<RiskySettings>().Warn();
            await services.GetRequiredService<DatabaseStartup>().PrepareAsync(cancellationToken);
            steps.Enter(StartSteps.Administrator);
            await services.GetRequiredService<FirstAdmin>().EnsureAsync(cancellationToken);
            steps.Enter(StartSteps.MockServices);
            await services.GetRequiredService<MockServices>().EnsureAsync(cancellationToken);
            // The tools are read when the services start.
            steps.Enter(StartSteps.Catalogue);
        }
        catch
        {
            steps.Fail();
            throw;
        }
    }
}
