namespace ModuleX.Domain.Organizations;

/// <summary>Where an invitation stands.</summary>
public enum InvitationState
{
    Open,

    /// <summary>The person has joined.</summary>
    Accepted,

    /// <summary>It was not accepted in time.</summary>
    Expired,
}
