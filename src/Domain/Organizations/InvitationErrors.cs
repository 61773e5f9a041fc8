using ModuleX.Domain.Results;

namespace ModuleX.Domain.Organizations;

/// <summary>Why something with an invitation is refused.</summary>
public static class InvitationErrors
{
    public const string ExpiredCode = "invitation_expired";
    public const string UsedCode = "invitation_used";

    /// <summary>Unknown, revoked and another organization's are the same.</summary>
    public static Error NotFound { get; } = new(ErrorKind.NotFound, "invitation_not_found", "Invitation not found");

    public static Error Expired { get; } = new(ErrorKind.Expired, ExpiredCode, "This invitation has expired");

    public static Error Used { get; } = new(ErrorKind.Conflict, UsedCode, "This invitation was accepted already");

    /// <summary>One address has one open invitation of an organization.</summary>
    public static Error Pending { get; } = new(
        ErrorKind.Conflict, "invitation_pending", "There is an open invitation for this address; revoke it to make another one");

    public static Error OtherPerson { get; } = new(ErrorKind.Forbidden, "invitation_other_person", "This invitation is for another e-mail address");

    /// <summary>The address has an account, so its person signs in rather than making another one.</summary>
    public static Error SignIn { get; } = new(ErrorKind.Unauthenticated, "invitation_sign_in", "Sign in to accept this invitation");
}
