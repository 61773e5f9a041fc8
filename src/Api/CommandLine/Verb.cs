using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Options;
using ModuleX.Api.Hosting;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence.Startup;
using ModuleX.Infrastructure.Settings;

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
            builder.CheckSettings();
            await using var app = builder.Build();
            foreach (var doubt in SettingsRegistration.DoubtfulVariables(builder.Services)) Console.Error.WriteLine(doubt);
            app.Services.GetService<IStartupValidator>()?.Validate();
            await using var scope = app.Services.CreateAsyncScope();
            return await run(scope.ServiceProvider, parsed, cancellationToken);
        });
        return command;
    }

    /// <summary>The same for a verb that works on a database that is there; a server may be running on it.</summary>
    public static Command DoesOnDatabase(this Command command, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> run) =>
        command.DoesWithDatabase(async (database, services, parsed, cancellationToken) =>
        {
            await database.PrepareForCommandAsync(cancellationToken);
            return await run(services, parsed, cancellationToken);
        });

    /// <summary>The same for a verb about the database itself, whatever state that is in.</summary>
    public static Command DoesWithDatabase(this Command command, Func<DatabaseStartup, IServiceProvider, ParseResult, CancellationToken, Task<int>> run)
    {
        var wait = Waiting.Option();
        command.Add(wait);
        return command.Does(async (services, parsed, cancellationToken) =>
        {
            var database = services.GetRequiredService<DatabaseStartup>();
            await database.WaitAsync(Waiting.Of(parsed, wait), isForServer: false, Console.Error.WriteLine, cancellationToken);
            return await run(database, services, parsed, cancellationToken);
        });
    }

    /// <summary>The same for a verb that works on a tenant, which <c>--tenant</c> names.</summary>
    public static Command DoesInTenant(this Command command, Func<IServiceProvider, ParseResult, TenantId, CancellationToken, Task<int>> run)
    {
        var domain = TenantOption();
        command.Add(domain);
        return command.DoesOnDatabase(async (services, parsed, cancellationToken) =>
            await services.GetRequiredService<IOrganizationRepository>().FindTenantAsync(parsed.GetRequiredValue(domain), cancellationToken) is { } tenant
                ? await run(services, parsed, tenant.Id, cancellationToken)
                : Fail(TenantErrors.Unknown(parsed.GetRequiredValue(domain))));
    }

    public static Option<string> TenantOption() => new("--tenant") { Description = "The tenant's domain", DefaultValueFactory = _ => Tenant.DefaultDomain };

    /// <summary>A time as lists show it.</summary>
    public static string Text(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "-";

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
