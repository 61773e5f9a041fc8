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
            var progress = new Progress<string>(Console.WriteLine);
            await services.GetRequiredService<DataKeyRotation>().RunAsync(progress, cancellationToken);
            return 0;
        });
}
