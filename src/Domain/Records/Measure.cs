namespace ModuleX.Domain.Records;

/// <summary>What a sum is about.</summary>
public enum Measure : byte
{
    /// <summary>Requests, by endpoint and method.</summary>
    Requests = 1,

    /// <summary>Executions, by tool and action.</summary>
    Runs = 2,

    /// <summary>Security events, by their name.</summary>
    Security = 3,

    /// <summary>Requests by how the caller showed who it is.</summary>
    AuthMethods = 4,

    /// <summary>Records, by kind and level, each as the wire has it.</summary>
    Records = 5,

    /// <summary>All requests together: what most questions are about, without a row for each endpoint.</summary>
    AllRequests = 6,
}
