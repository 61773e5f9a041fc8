using System.Globalization;

namespace ModuleX.Benchmarks.Cluster;

/// <summary>Time that processors have worked for a process and for its children, from <c>/proc/[pid]/stat</c> (proc_pid_stat(5)).</summary>
internal static class ProcessorTime
{
    // USER_HZ, which is 100 on every platform that .NET runs on.
    private const double TicksPerSecond = 100;

    // Counted from the field after the name, which is the process's state: ppid, utime, stime, cutime, cstime.
    private const int Parent = 1;
    private const int User = 11;
    private const int ChildrenSystem = 14;

    /// <summary>Of the process, of its living children, and of those of its children that have ended and been waited for.</summary>
    public static TimeSpan OfFamily(int processId)
    {
        var ticks = 0L;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                || Read(folder) is not { } fields) continue;
            if (id != processId && long.Parse(fields[Parent], CultureInfo.InvariantCulture) != processId) continue;
            // A child's own children would be counted here too: PostgreSQL's have none.
            ticks += fields[User..(ChildrenSystem + 1)].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
        }
        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    /// <summary>The fields after the name, which is in parentheses and may hold anything; null for a process that has just ended.</summary>
    private static string[]? Read(string folder)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
