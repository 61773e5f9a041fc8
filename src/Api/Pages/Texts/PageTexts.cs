using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Pages.Texts;

/// <summary>Everything that pages say, in one language. A new language is a class beside <see cref="English"/> and a line in <see cref="Languages"/>.</summary>
public abstract class PageTexts
{
    /// <summary>As in BCP 47: <c>en</c>.</summary>
    public abstract string Language { get; }

    /// <summary>Before the title of a page with a problem, for those who hear it.</summary>
    public abstract string ErrorPrefix { get; }

    public abstract string Footer { get; }

    // Connecting

    public abstract string ConnectTitle(string tool);

    public abstract string ChooseTitle { get; }

    public abstract string Asks(string organization, string tool);

    public abstract string AsksForSome(string organization);

    public abstract string RequestedBy { get; }

    public abstract string For { get; }

    public abstract string Account { get; }

    public abstract string Permissions { get; }

    public abstract string ContinueButton { get; }

    public abstract string ContinueTo(string tool);

    public abstract string ConnectButton(string tool);

    public abstract string LeavesTo(string tool);

    public abstract string KeptSafe { get; }

    public abstract string NotNow { get; }

    public abstract string OtherTool { get; }

    public abstract string OtherWay { get; }

    public abstract string SignInInstead(string tool);

    public abstract string UseInstead(string field);

    public abstract string OneClickInstead { get; }

    public abstract string Optional { get; }

    // What is wrong with a form

    public abstract string ProblemsTitle { get; }

    public abstract string FieldMissing(string field);

    public abstract string FieldMismatch(string field);

    public abstract string FieldTooLong(string field);

    public abstract string FieldAddress(string field);

    public abstract string FieldUnusable(string field);

    // Why nothing was connected

    public abstract string Denied(string tool);

    public abstract string CredentialsRefused(string tool);

    public abstract string ServiceAway(string tool);

    public abstract string NotSetUp(string tool);

    public abstract string StateUnknown { get; }

    public abstract string Failed(string tool);

    // Ends

    public abstract string ConnectedTitle(string tool);

    public abstract string CloseWindow { get; }

    public abstract string ReturningTo(string host);

    public abstract string GoNow { get; }

    public abstract string GoingTitle(string tool);

    public abstract string Going { get; }

    public abstract string NotConnectedTitle(string tool);

    public abstract string StartAgain { get; }

    // Pages that refuse

    public abstract string ExpiredTitle { get; }

    public abstract string UsedTitle { get; }

    public abstract string UnknownTitle { get; }

    public abstract string AskForNewLink { get; }

    public abstract string OtherBrowserTitle { get; }

    public abstract string OtherBrowser { get; }

    public abstract string OtherPersonTitle { get; }

    public abstract string OtherPerson { get; }

    public abstract string InsecureTitle { get; }

    public abstract string Insecure { get; }

    public abstract string ForeignFormTitle { get; }

    public abstract string ForeignForm { get; }

    public abstract string TooManyTitle { get; }

    public abstract string TooMany { get; }

    public abstract string FaultTitle { get; }

    public abstract string Fault { get; }

    // Signing in

    public abstract string SignInTitle { get; }

    public abstract string SignInReason { get; }

    public abstract string Email { get; }

    public abstract string Password { get; }

    public abstract string SignInButton { get; }

    public abstract string SignOutButton { get; }

    public abstract string SignInWrong { get; }

    public abstract string Locked(int minutes);

    public abstract string SignedInTitle { get; }

    // Joining an organization

    public abstract string JoinTitle(string organization);

    public abstract string JoinReason(string organization);

    public abstract string JoinNewReason(string organization);

    public abstract string JoinButton(string organization);

    public abstract string JoinedTitle(string organization);

    public abstract string Role { get; }

    public abstract string NameOf(MembershipRole role);

    public abstract string FirstName { get; }

    public abstract string LastName { get; }

    /// <summary>What a new password must be like.</summary>
    public abstract string PasswordRules(PasswordPolicy policy);

    public abstract string PasswordRefused { get; }

    public abstract string Full(string organization);

    /// <summary>A list of at least one part as a sentence has it.</summary>
    /// <param name="last">Stands before the last part.</param>
    protected static string JoinedBy(string last, List<string> parts) =>
        parts.Count == 1 ? parts[0] : string.Join(", ", parts[..^1]) + last + parts[^1];
}
