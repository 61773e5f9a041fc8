namespace ModuleX.Infrastructure.Webhooks;

/// <summary>How records are pulled from services: the section <c>DataSync</c>.</summary>
internal sealed class DataSyncOptions
{
    public const string Section = "DataSync";

    /// <summary>How many records are asked for at once.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>How many pages one sync asks for at the most.</summary>
    public int MaxPages { get; set; } = 2_000;

    /// <summary>The largest page that is read.</summary>
    public long MaxPageBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>How long one page may take.</summary>
    public TimeSpan PageTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a node that pulls may be silent before another one begins anew; longer than a page may take with its attempts.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);
}
