using System.Reflection;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>The tests that are written once for all databases.</summary>
internal static class RepositoryTests
{
    /// <summary>Runs them on SQLite, without the test host.</summary>
    public static async Task RunAsync()
    {
        var all = typeof(RepositoryTests).Assembly.GetTypes();
        foreach (var type in all.Where(type => type.GetCustomAttribute<ProviderAttribute>()?.Provider == "sqlite")) await RunAsync(type);
    }

    private static async Task RunAsync(Type type)
    {
        var database = new SqliteDatabase();
        await database.InitializeAsync();
        try
        {
            foreach (var method in type.GetMethods().Where(method => method.IsDefined(typeof(ProviderFactAttribute))))
                await RunAsync(Activator.CreateInstance(type, database)!, method);
        }
        finally
        {
            await database.DisposeAsync();
        }
    }

    private static async Task RunAsync(object test, MethodInfo method)
    {
        if (test is IAsyncLifetime starting) await starting.InitializeAsync();
        try
        {
            if (method.Invoke(test, null) is Task running) await running;
        }
        catch (Exception)
        {
            // The test itself is where that is reported; here counts what it has caused so far.
        }
        if (test is IAsyncLifetime ending) await ending.DisposeAsync();
        (test as IDisposable)?.Dispose();
    }
}
