using System.CommandLine;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;
using ModuleX.Api.Hosting;
using ModuleX.Application.Catalog;
using ModuleX.Infrastructure.Catalog;
using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Api.CommandLine;

/// <summary>Serves until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command(
            "serve",
            "Serve the API until the process is told to stop (SIGTERM or Ctrl+C); runs under way may end first. SIGHUP reloads the settings file");
        Serve(command);
        return command;
    }

    /// <summary>Makes a command serve.</summary>
    public static void Serve(Command command)
    {
        var wait = Waiting.Option();
        command.Add(wait);
        command.TakesAddresses().TakesSettings().SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = ModuleXHost.Build(parsed.Settings(), parts: ModuleXInvocation.PartsOf(parsed));
            await PrepareAsync(app.Services, Waiting.Of(parsed, wait), cancellationToken);
            using var hangUp = ReloadsAtHangUp(app.Services);
            app.Lifetime.ApplicationStarted.Register(() => _ = app.Services.GetRequiredService<Welcome>().SayAsync(CancellationToken.None));
            await app.RunAsync();
            return 0;
        });
    }

    /// <summary>
    /// Everything that must be right before the server listens: all settings at once, then the database, then an admin.
    /// </summary>
    public static Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken) => PrepareAsync(services, TimeSpan.Zero, cancellationToken);

    /// <param name="patience">How long to wait for a database that does not answer yet.</param>
    private static async Task PrepareAsync(IServiceProvider services, TimeSpan patience, CancellationToken cancellationToken)
    {
        var steps = services.GetRequiredService<StartSteps>();
        try
        {
            steps.Enter(StartSteps.Settings);
            services.GetService<IStartupValidator>()?.Validate();
            var database = services.GetRequiredService<DatabaseStartup>();
            services.GetRequiredService<ILoggerFactory>().CreateLogger("ModuleX").LogInformation(
                "ModuleX {Version} in {Environment}: database {Provider} {Location}, tools from {Folder}",
                ProductVersion.Text, services.GetRequiredService<IHostEnvironment>().EnvironmentName, database.Where.Provider, database.Where.Location,
                services.GetRequiredService<CatalogValidation>().Folder);
            services.GetRequiredService<RiskySettings>().Warn();
            services.GetRequiredService<IToolFolder>().Begin();
            await database.WaitAsync(patience, isForServer: true, Console.Error.WriteLine, cancellationToken);
            await database.PrepareAsync(cancellationToken);
            steps.Enter(StartSteps.Administrator);
            await services.GetRequiredService<FirstAdmin>().EnsureAsync(cancellationToken);
            steps.Enter(StartSteps.MockServices);
            await services.GetRequiredService<MockServices>().EnsureAsync(cancellationToken);
            // The services start when the tools have been read.
            steps.Enter(StartSteps.Catalog);
        }
        catch
        {
            steps.Fail();
            throw;
        }
    }

    /// <summary>SIGHUP would end the process at once, with what is under way. Windows has none.</summary>
    private static PosixSignalRegistration? ReloadsAtHangUp(IServiceProvider services)
    {
        if (OperatingSystem.IsWindows()) return null;
        var reloading = services.GetRequiredService<SettingsReload>();
        return PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            _ = reloading.RunAsync();
        });
    }
}
