using System.Globalization;
using Microsoft.Extensions.Configuration.Memory;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Api.Hosting.Records;
using ModuleX.Api.Hosting.Telemetry;
using ModuleX.Api.Pages;
using ModuleX.Application;
using ModuleX.Application.MockServices;
using ModuleX.Infrastructure;
using ModuleX.Infrastructure.Persistence.Startup;
using ModuleX.Infrastructure.Settings;

namespace ModuleX.Api.Hosting;

/// <summary>Builds the server: settings, services and the way of a request.</summary>
internal static class ModuleXHost
{
    private const long MaximumBodyBytes = 1024 * 1024;

    /// <param name="settings">Settings as <c>--Name=value</c>; they win over the environment, and that over the files.</param>
    /// <exception cref="Infrastructure.Persistence.Startup.StartupException">The operator's settings file can't be taken.</exception>
    public static WebApplicationBuilder CreateBuilder(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddSettingsFile(Directory.GetCurrentDirectory())
            .AddEnvironmentVariables()
            .AddCommandLine(settings);
        AddDefaults(builder);
        builder.Logging.ClearProviders().AddConsole();
        builder.Services.AddApplication().AddInfrastructure();
        AddWeb(builder.Services);
        return builder;
    }

    /// <summary>The server, not yet started.</summary>
    /// <param name="replace">Puts other services in the place of the usual ones; null for none.</param>
    /// <param name="parts">What another program puts in; null for none.</param>
    public static WebApplication Build(string[] settings, Action<IServiceCollection>? replace = null, ServerParts? parts = null)
    {
        var builder = CreateBuilder(settings);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaximumBodyBytes;
        });
        KeepQueriesOutOfLogs(builder.Logging);
        builder.Services.AddOptions<ListeningAddresses>()
            .Validate<IConfiguration>(
                (_, settings) => !string.IsNullOrWhiteSpace(settings["PublicUrl"]),
                "PublicUrl is required, as in https://modulex.example.com: the address at which browsers reach this server");
        parts?.Services(builder.Services);
        // Before another program's parts read any.
        builder.CheckSettings();
        parts?.Serve(builder);
        builder.AddTelemetry();
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        foreach (var doubt in SettingsRegistration.DoubtfulVariables(builder.Services)) app.Logger.LogWarning("{Doubt}", doubt);
        UseWeb(app);
        return app;
    }

    /// <summary>
    /// Weaker than every other source, so that each way of the framework to say where it listens counts. In Development the server is reached where it listens;
    /// elsewhere only its operator knows the address at which people reach it.
    /// </summary>
    private static void AddDefaults(WebApplicationBuilder builder)
    {
        Dictionary<string, string?> defaults = [];
        var addresses = ListeningAddresses.Of(builder.Configuration);
        if (addresses is [ListeningAddresses.Default]) defaults[nameof(ListeningAddresses.Urls)] = ListeningAddresses.Default;
        if (builder.Environment.IsDevelopment() && ListeningAddresses.OwnAmong(addresses) is { } own) defaults["PublicUrl"] = own.OriginalString;
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = defaults });
    }

    /// <summary>
    /// The framework logs each request with its query at Information, and a callback's query is a code and a state. An operator who turns
    /// <c>Microsoft.AspNetCore</c> up must not get those along with the rest. Switched off whole, it also makes an activity for a request only where
    /// telemetry listens.
    /// </summary>
    private static void KeepQueriesOutOfLogs(ILoggingBuilder logging)
    {
        // Routing tells the path, in which pages have the token of a connect link.
        foreach (var category in new[] { "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing" })
            logging.AddFilter(category, LogLevel.None).AddFilter<Microsoft.Extensions.Logging.Console.ConsoleLoggerProvider>(category, LogLevel.None);
    }

    private static void AddWeb(IServiceCollection services)
    {
        services.AddSettings<ShutdownOptions>("Shutdown")
            .Validate(options => options.Timeout >= TimeSpan.Zero && options.Timeout <= TimeSpan.FromMinutes(10),
                "Shutdown:Timeout must be from 00:00:00 to 00:10:00")
            .ValidateOnStart();
        services.AddSettings<ListeningAddresses>("")
            .Validate(options => options.AreReadable, "Urls must be http or https addresses with ; between them, as in http://localhost:8000")
            .Validate(options => options.HaveReadablePorts, "http_ports and https_ports must be ports with ; between them, as in 8000")
            .ValidateOnStart();
        // Not from ShutdownOptions: the host asks before the settings are checked, and one that is wrong must not hide the others.
        services.AddOptions<HostOptions>().Configure<IConfiguration>((host, settings) =>
            host.ShutdownTimeout = TimeSpan.TryParse(settings["Shutdown:Timeout"], CultureInfo.InvariantCulture, out var timeout)
                && timeout >= TimeSpan.Zero ? timeout : ShutdownOptions.DefaultTimeout);
        services.ConfigureHttpJsonOptions(json => WireJson.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddSingleton<DevelopmentCaller>();
        services.AddSettings<BootstrapOptions>(BootstrapOptions.Section)
            .Validate(options => options.Email.Length > 0 == options.Password.Length > 0,
                "Bootstrap:Email and Bootstrap:Password are given together, or neither")
            .ValidateOnStart();
        services.AddSingleton<FirstAdmin>();
        services.AddSingleton<Welcome>();
        services.AddSingleton<SettingsReload>();
        services.AddSingleton<MockServices>();
        services.AddSingleton<RiskySettings>();
        services.AddOptions<MockServicesOptions>().Configure<IHostEnvironment>((mock, environment) => mock.Enabled = environment.IsDevelopment());
        services.AddSettings<MockServicesOptions>("MockServices");
        services.AddHostedService<FirstTool>();
        services.AddSingleton<FaultEvents>();
        foreach (var surface in SurfaceList.All) surface.AddServices(services);
        HttpConnectionOptions.AddTo(services);
        ProxyOptions.AddTo(services);
        CrossOriginOptions.AddTo(services);
        services.AddRateLimits();
        services.AddPages();
        services.AddApiDocuments();
    }

    private static void UseWeb(WebApplication app)
    {
        ProxyOptions.Use(app);
        app.UseSecurityHeaders();
        CrossOriginOptions.Use(app);
        app.UseMiddleware<RequestRecording>();
        app.UseMiddleware<RequestFaults>();
        app.UseMiddleware<ConsoleAuthentication>();
        app.UseMiddleware<RootPaths>();
        // Named here, or the framework would put it before everything else.
        app.UseRouting();
        app.UseMiddleware<PacedAnswers>();
        app.UseMiddleware<AnonymousRates>();
        app.UseMiddleware<ServiceAuthentication>();
        app.UseWhen(static context => context.GetEndpoint()?.Metadata.GetMetadata<ICallerSource>() is not null, static sockets => sockets.UseWebSockets());
        app.UseMiddleware<UserAuthentication>();
        app.UseMiddleware<RunRates>();
        app.UseMiddleware<NullCharacters>();
        app.UseApiDocuments();
        app.MapReadiness();
        foreach (var surface in SurfaceList.All) surface.Map(app.MapSurface(surface));
        app.MapPages();
        RegisterMockServicesOnceListening(app);
        app.Lifetime.ApplicationStarted.Register(app.Services.GetRequiredService<StartSteps>().Complete);
    }

    /// <summary>A port that the system chooses is known only then. Requests to another address are not kept waiting meanwhile.</summary>
    private static void RegisterMockServicesOnceListening(WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        if (ListeningAddresses.OwnAmong(ListeningAddresses.Of(app.Configuration)) is null)
            app.Services.GetRequiredService<MockServices>().EnsureListeningAsync(app.Lifetime.ApplicationStopping).GetAwaiter().GetResult();
    });
}
