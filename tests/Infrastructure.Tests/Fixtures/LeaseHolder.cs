using ModuleX.Infrastructure.Persistence.Startup;
using ModuleX.Infrastructure.Tests.Persistence.SqlServer;

namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>This assembly as a program: it takes the lease of a database and waits to be killed, or judges SQL. A test host never comes here.</summary>
internal static class LeaseHolder
{
    public const string Verb = "hold-lease";
    public const string Held = "held";

    public static async Task<int> Main(string[] args)
    {
        if (args is [SchemaCheck.Verb, var work]) return SchemaCheck.Run(work);
        if (args is not [Verb, var provider, var connectionString]) return 2;
        await using var process = new Installation(provider, connectionString);
        await process.Get<ISingleNodeLease>().AcquireAsync(CancellationToken.None);
        Console.WriteLine(Held);
        // Ends with its parent process, too.
        await Console.In.ReadLineAsync();
        return 0;
    }
}
