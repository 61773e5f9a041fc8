using System.CommandLine;
using Microsoft.Extensions.Options;
using ModuleX.Api.Hosting;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Api.CommandLine;

/// <summary>What every verb that does one thing and ends has in common: the settings, the services, and failures on standard error.</summary>
internal static class Verb
{
    /// <summary>Sets what a verb does.</summary>
    /// <param name="run">Gives the exit code.</param>
    public static Command Does(this Command command, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> run)
    {
        command.TakesSettings().SetAction(async (parsed, cancellationToken) =>
        {
            var builder = ModuleXHost.CreateBuilder(parsed.Settings());
            ModuleXInvocation.PartsOf(parsed).Services(builder.Services);
            // Standard output is the verb's answer, for people and for pipes: what is logged goes to the other one.
            builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
            builder.Logging.AddFilter(null, LogLevel.Warning);
            await using var app = builder.Build();
            app.Services.GetService<IStartupValidator>()?.Validate();
            await using var scope = app.Services.CreateAsyncScope();
            return await run(scope.ServiceProvider, parsed, cancellationToken);
        });
        return command;
    }

    /// <summary>The same for a verb that works on the database; a server may be running on it.</summary>
    public static Command DoesOnDatabase(this Command command, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> run) =>
        command.Does(async (services, parsed, cancellationToken) =>
        {
            await services.GetRequiredService<DatabaseStartup>().PrepareForCommandAsync(cancellationToken);
            return await run(services, parsed, cancellationToken);
        });

    /// <summary>Sends a use case and shows its value, or tells why there is none.</summary>
    public static async Task<int> ShowAsync<T>(Task<Result<T>> sending, Action<T> show)
    {
        if ((await sending).Failed(out var error, out var value)) return Fail(error);
        show(value);
        return 0;
    }

    /// <summary>Tells why something was not done.</summary>
    public static int Fail(Error error)
    {
        Console.Error.WriteLine(error.Message);
        return 1;
    }

    public static IUseCases UseCases(this IServiceProvider services) => services.GetRequiredService<IUseCases>();
}
