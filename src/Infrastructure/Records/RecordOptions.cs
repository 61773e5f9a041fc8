namespace ModuleX.Infrastructure.Records;

/// <summary>How records are kept.</summary>
internal sealed class RecordOptions
{
    public const string Section = "Records";

    /// <summary>How many records may wait to be written.</summary>
    public int Capacity { get; set; } = 65_536;

    /// <summary>How many records one transaction writes at most.</summary>
    public int BatchSize { get; set; } = 5_000;

    /// <summary>How long a record waits for others before it is written.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>A request is slow from here on.</summary>
    public TimeSpan SlowThreshold { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long each kind of record is kept.</summary>
    public RetentionDays Retention { get; set; } = new();
}

/// <summary>Days for which records are kept; 0 keeps them for good.</summary>
internal sealed class RetentionDays
{
    public int Request { get; set; } = 30;

    public int Security { get; set; } = 180;

    public int Business { get; set; } = 90;

    public int Error { get; set; } = 90;

    public int System { get; set; } = 90;

    public int Audit { get; set; }

    /// <summary>The sums that analytics are made of.</summary>
    public int Sums { get; set; } = 400;

    public IEnumerable<int> All => [Request, Security, Business, Error, System, Audit, Sums];
}
