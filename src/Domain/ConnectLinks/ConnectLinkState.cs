namespace ModuleX.Domain.ConnectLinks;

/// <summary>Where a connect link stands.</summary>
public enum ConnectLinkState
{
    /// <summary>Continue has not been pressed yet.</summary>
    Open,

    /// <summary>It belongs to the browser in which Continue was pressed.</summary>
    Bound,

    /// <summary>The last try was refused or failed. The same browser can try again until the link expires.</summary>
    Failed,

    /// <summary>The person is done; the application has to complete it with the code that the browser brought back.</summary>
    AwaitingCompletion,

    /// <summary>The tool is connected.</summary>
    Completed,

    /// <summary>It was not used in time.</summary>
    Expired,
}
