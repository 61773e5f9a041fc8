using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ModuleX.Application.Identity;
using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using ModuleX.Infrastructure.Runs.Egress;
using ModuleX.Infrastructure.Runs.Hosts;
using ModuleX.Infrastructure.Settings;
using ModuleX.Infrastructure.ToolSessions;

namespace ModuleX.Infrastructure.Runs;

/// <summary>Registers everything that makes outgoing calls. <see cref="ISecurityLog"/> is registered elsewhere.</summary>
internal static class RunsRegistration
{
    private static readonly TimeSpan HalfSecond = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(5);
    private const long LargestResponse = 100 * 1024 * 1024;
    private const long MostLargeAnswers = 1024L * 1024 * 1024 * 1024;

    internal static IServiceCollection AddRuns(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddRunOptions();
        services.AddSettings<BatchOptions>(BatchOptions.Section)
            .Validate(options => options.Parallelism is >= 1 and <= 64, Between("Batches:Parallelism", "a number", "1", "64"))
            .ValidateOnStart();
        services.AddSettings<EgressOptions>(EgressOptions.Section)
            .Validate(options => options.FirstIllegalEntry() is null, $"Egress:Allow has an entry that can't be read: {EgressOptions.LegalEntries}.")
            .ValidateOnStart();
        services.AddSettings<TokenRequestOptions>(TokenRequestOptions.Section)
            .Validate(options => IsWithin(options.TokenTimeout, TimeSpan.FromMilliseconds(1), LongestTimeout),
                Between("Sessions:TokenTimeout", "a time", "00:00:00.001", "00:05:00"))
            .ValidateOnStart();
        services.AddSingleton<EgressPolicy>();
        services.AddSingleton<EgressGuard>();
        services.AddSingleton<AnswerMemory>();
        services.AddSingleton<IEgressCheck, EgressCheck>();
        services.AddSingleton<OutgoingHttp>();
        services.AddSingleton<HostGates>();
        services.AddSingleton<RetryPolicy>();
        services.AddSingleton<ActionSender>();
        services.AddSingleton<IActionRunner, HttpActionRunner>();
        services.AddSingleton<IAuthorizationServer, HttpAuthorizationServer>();
        return services;
    }

    private static void AddRunOptions(this IServiceCollection services) => services.AddSettings<RunOptions>(RunOptions.Section)
        .Validate(options => IsWithin(options.DefaultTimeout, TimeSpan.FromMilliseconds(1), LongestTimeout),
            Between("Runs:DefaultTimeout", "a time", "00:00:00.001", "00:05:00"))
        .Validate(options => IsWithin(options.ConnectTimeout, TimeSpan.FromMilliseconds(1), LongestTimeout),
            Between("Runs:ConnectTimeout", "a time", "00:00:00.001", "00:05:00"))
        .Validate(options => options.MaxResponseBytes is >= 1 and <= LargestResponse,
            Between("Runs:MaxResponseBytes", "a number", "1", LargestResponse.ToString(CultureInfo.InvariantCulture)))
        .Validate(options => options.LargeAnswersBytes is >= AnswerMemory.FreeBytes and <= MostLargeAnswers,
            Between("Runs:LargeAnswersBytes", "a number", "65536", MostLargeAnswers.ToString(CultureInfo.InvariantCulture)))
        .Validate(options => options.MaxAttempts is >= 1 and <= RetryPolicy.HighestMaxAttempts, Between("Runs:MaxAttempts", "a number", "1", "5"))
        .Validate(options => IsWithin(options.RetryDelay, TimeSpan.Zero, TimeSpan.FromSeconds(10)),
            Between("Runs:RetryDelay", "a time", "00:00:00", "00:00:10"))
        .Validate(options => options.MaxConcurrencyPerHost is >= 1 and <= 100_000, Between("Runs:MaxConcurrencyPerHost", "a number", "1", "100000"))
        .Validate(options => options.MaxQueuePerHost is >= 0 and <= 1_000_000, Between("Runs:MaxQueuePerHost", "a number", "0", "1000000"))
        .Validate(options => options.BreakerFailureRatio is > 0 and <= 1, "Runs:BreakerFailureRatio must be a number above 0, and 1 at most.")
        .Validate(options => options.BreakerMinimumRequests is >= 2 and <= 1_000_000, Between("Runs:BreakerMinimumRequests", "a number", "2", "1000000"))
        .Validate(options => IsWithin(options.BreakerSamplingPeriod, HalfSecond, TimeSpan.FromDays(1)),
            Between("Runs:BreakerSamplingPeriod", "a time", "00:00:00.5", "1.00:00:00"))
        .Validate(options => IsWithin(options.BreakerPause, HalfSecond, TimeSpan.FromDays(1)),
            Between("Runs:BreakerPause", "a time", "00:00:00.5", "1.00:00:00"))
        .ValidateOnStart();

    private static bool IsWithin(TimeSpan value, TimeSpan least, TimeSpan most) => value >= least && value <= most;

    private static string Between(string setting, string what, string least, string most) => $"{setting} must be {what} from {least} to {most}.";
}
