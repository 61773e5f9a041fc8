using System.CommandLine;
using ModuleX.Infrastructure.Security.DataKeys;

namespace ModuleX.Api.CommandLine;

/// <summary>The keys that credentials are sealed with.</summary>
internal static class EncryptionCommands
{
    public static Command Create() => new("encryption", "The keys that credentials are sealed with") { RotateDataKeys() };

    private static Command RotateDataKeys() => new Command(
        "rotate-data-keys", "Make a new data key for every tenant and seal everything anew while servers run; run it again to resume after an interruption")
        .DoesOnDatabase(async (services, _, cancellationToken) =>
        {
            var progress = new Progress<DataKeyRotationProgress>(Show);
            var done = await services.GetRequiredService<DataKeyRotation>().RotateAsync(progress, cancellationToken);
            Console.WriteLine(
                $"{done.Tenants} tenants have new keys; of {done.Sessions} sessions, {done.Integrations} integrations, {done.Services} services, "
                + $"{done.Modules} modules and {done.Webhooks} webhooks {done.Reencrypted} were sealed anew, {done.Unreadable} could not be read.");
            return done.Unreadable == 0 ? 0 : 1;
        });

    private static void Show(DataKeyRotationProgress progress) =>
        Console.Error.WriteLine($"{progress.TenantsDone} of {progress.Tenants} tenants, {progress.Sessions} sessions");
}
