using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;

namespace ModuleX.Infrastructure.Persistence.Startup;

/// <summary>What a database's driver says, wherever in an exception it stands: the framework wraps it in sentences about itself.</summary>
/// <param name="Reason">Without a full stop at its end.</param>
/// <param name="MayPass">True where the database does not answer: it may be starting.</param>
internal sealed record DatabaseFailure(string Reason, bool MayPass)
{
    /// <summary>From this class on SQL Server's errors end the connection.</summary>
    private const byte FatalClass = 20;

    /// <summary>Null where the exception is about something else.</summary>
    public static DatabaseFailure? In(Exception exception)
    {
        var chain = exception.Chain().ToList();
        if (chain.OfType<DbException>().FirstOrDefault() is not { } driver) return null;
        // Some drivers say no more than that they could not connect.
        var network = chain.OfType<SocketException>().FirstOrDefault()?.Message;
        var reason = FirstLine(driver.Message);
        return new(
            network is null || reason.Contains(network, StringComparison.Ordinal) ? reason : $"{reason}: {FirstLine(network)}",
            driver.IsTransient || network is not null || chain.OfType<TimeoutException>().Any() || driver is SqlException { Class: >= FatalClass });
    }

    private static string FirstLine(string text) => text.Split('\n')[0].Trim().TrimEnd('.');
}
