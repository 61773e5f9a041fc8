namespace ModuleX.Domain.Results;

/// <summary>The few reasons why something is not done. A surface turns the kind into its HTTP status.</summary>
public enum ErrorKind
{
    /// <summary>The request can't be carried out as it is: the caller has to change it.</summary>
    Invalid,

    /// <summary>What the request names is not there, or not the caller's.</summary>
    NotFound,

    /// <summary>What is asked for contradicts what is stored: a duplicate, a limit, a lost race.</summary>
    Conflict,

    /// <summary>The caller is not known.</summary>
    Unauthenticated,

    /// <summary>The caller is known and may not do this.</summary>
    Forbidden,

    /// <summary>What the request relies on was good once and is no longer.</summary>
    Expired,

    /// <summary>Too much was asked in too short a time; <see cref="Error.RetryAfter"/> says when to ask again, where it is known.</summary>
    RateLimited,

    /// <summary>A service that ModuleX calls failed, or could not be reached.</summary>
    Upstream,

    /// <summary>ModuleX can't do this now; the same request may go through later.</summary>
    Unavailable,
}
