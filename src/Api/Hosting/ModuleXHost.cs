using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Api.Hosting.Records;
using ModuleX.Api.Hosting.Telemetry;
using ModuleX.Application;
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
        builder.Logging.ClearProviders().AddConsole();
        builder.Services.AddApplication().AddInfrastructure();
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
        AddWeb(builder.Services);
        parts?.Services(builder.Services);
        parts?.Serve(builder);
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        UseWeb(app);
        return app;
    }

    /// <summary>What minimal APIs let through when nothing is done about it: null for what is not nullable, missing fields, a field twice.</summary>
    public static void Harden(JsonSerializerOptions json)
    {
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.AllowDuplicateProperties = false;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.MaxDepth = JsonBody.MaximumDepth;
        foreach (var surface in SurfaceList.All)
        {
            if (surface.Json is { } resolver) json.TypeInfoResolverChain.Insert(0, resolver);
        }
    }

    /// <summary>
    /// The framework logs each request with its query at Information, and a callback's query is a code and a state. Whoever turns
    /// <c>Microsoft.AspNetCore</c> up must not get those along with the rest. Switched off whole, it also makes an activity for a request only where telemetry listens.
    /// </summary>
    private static void KeepQueriesOutOfLogs(ILoggingBuilder logging)
    {
        const string category = "Microsoft.AspNetCore.Hosting.Diagnostics";
        logging.AddFilter(category, LogLevel.None).AddFilter<Microsoft.Extensions.Logging.Console.ConsoleLoggerProvider>(category, LogLevel.None);
    }

    private static void AddWeb(IServiceCollection services)
    {
        services.AddOptions<ShutdownOptions>().BindConfiguration("Shutdown")
            .Validate(options => options.Timeout >= TimeSpan.Zero && options.Timeout <= TimeSpan.FromMinutes(10), "Shutdown:Timeout must be from 00:00:00 to 00:10:00")
            .ValidateOnStart();
        services.AddOptions<ListeningAddresses>().BindConfiguration("")
            .Validate(options => options.AreReadable, "Urls must be http or https addresses with ; between them, as in http://localhost:8000")
            .ValidateOnStart();
        // Not from ShutdownOptions: the host asks before the settings are checked, and one that is wrong must not hide the others.
        services.AddOptions<HostOptions>().Configure<IConfiguration>((host, settings) =>
            host.ShutdownTimeout = TimeSpan.TryParse(settings["Shutdown:Timeout"], CultureInfo.InvariantCulture, out var timeout) && timeout >= TimeSpan.Zero ? timeout : ShutdownOptions.DefaultTimeout);
        services.ConfigureHttpJsonOptions(json => Harden(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddSingleton<DevelopmentCaller>();
        services.AddOptions<BootstrapOptions>().BindConfiguration(BootstrapOptions.Section)
            .Validate(options => options.Email.Length > 0 == options.Password.Length > 0, "Bootstrap:Email and Bootstrap:Password are given together, or neither")
            .ValidateOnStart();
        services.AddSingleton<FirstAdmin>();
        services.AddSingleton<MockServices>();
        services.AddSingleton<FaultEvents>();
        foreach (var surface in SurfaceList.All) surface.AddServices(services);
        CrossOriginOptions.AddTo(services);
        services.AddRateLimits();
        services.AddTelemetryListener();
        services.AddApiDocuments();
    }

    private static void UseWeb(WebApplication app)
    {
        app.UseRequestSpans();
        app.UseSecurityHeaders();
        CrossOriginOptions.Use(app);
        app.UseMiddleware<RequestRecording>();
        app.UseMiddleware<RequestFaults>();
        app.UseMiddleware<RootPaths>();
        // Named here, or the framework would put it before everything else.
        app.UseRouting();
        app.UseMiddleware<AnonymousRates>();
        app.UseMiddleware<ServiceAuthentication>();
        app.UseWhen(static context => context.GetEndpoint()?.Metadata.GetMetadata<ICallerSource>() is not null, static sockets => sockets.UseWebSockets());
        app.UseMiddleware<UserAuthentication>();
        app.UseMiddleware<RunRates>();
        app.UseMiddleware<NullCharacters>();
        app.UseApiDocuments();
        app.MapReadiness();
        foreach (var surface in SurfaceList.All) surface.Map(app.MapSurface(surface));
        RegisterMockServicesOnceListening(app);
        app.Lifetime.ApplicationStarted.Register(app.Services.GetRequiredService<StartSteps>().Complete);
    }

    /// <summary>A port that the system chooses is known only then. Whoever asks for something else than that port meanwhile is not kept waiting.</summary>
    private static void RegisterMockServicesOnceListening(WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var urls = app.Configuration["Urls"] ?? "";
        if (urls.Contains(":0", StringComparison.Ordinal)) app.Services.GetRequiredService<MockServices>().EnsureListeningAsync(app.Lifetime.ApplicationStopping).GetAwaiter().GetResult();
    });
}
