using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Pages.Texts;

/// <summary>English, for everyone whose language is not spoken.</summary>
internal sealed class English : PageTexts
{
    public override string Language => "en";

    public override string ErrorPrefix => "Error";

    public override string Footer => "Secured by ModuleX";

    public override string ConnectTitle(string tool) => $"Connect {tool}";

    public override string ChooseTitle => "Choose what to connect";

    public override string Asks(string organization, string tool) => $"{organization} would like to use {tool} on your behalf.";

    public override string AsksForSome(string organization) => $"{organization} would like to use one of these on your behalf.";

    public override string RequestedBy => "Requested by";

    public override string For => "For";

    public override string Account => "Account";

    public override string Permissions => "Permissions";

    public override string ContinueButton => "Continue";

    public override string ContinueTo(string tool) => $"Continue to {tool}";

    public override string ConnectButton(string tool) => $"Connect {tool}";

    public override string LeavesTo(string tool) => $"You will sign in at {tool} and decide there what to allow.";

    public override string KeptSafe => "What you enter is stored encrypted and is not shown again.";

    public override string NotNow => "Not now";

    public override string OtherTool => "Choose something else";

    public override string OtherWay => "Other ways to connect";

    public override string SignInInstead(string tool) => $"Or sign in with {tool}";

    public override string UseInstead(string field) => $"Or connect with: {field}";

    public override string OneClickInstead => "Or connect without credentials";

    public override string Optional => "optional";

    public override string ProblemsTitle => "Please check what you entered";

    public override string FieldMissing(string field) => $"{field}: please fill this in.";

    public override string FieldMismatch(string field) => $"{field}: this does not have the expected form.";

    public override string FieldTooLong(string field) => $"{field}: this is too long.";

    public override string FieldAddress(string field) => $"{field}: enter an address that this server can reach, beginning with https://.";

    public override string FieldUnusable(string field) => $"{field}: this can't be used.";

    public override string Denied(string tool) => $"You did not allow access at {tool}, so nothing was connected. You can try again.";

    public override string CredentialsRefused(string tool) => $"{tool} did not accept these credentials. Please check them and try again.";

    public override string ServiceAway(string tool) => $"{tool} does not answer at the moment. Please try again in a few minutes.";

    public override string NotSetUp(string tool) => $"{tool} is not set up on this server yet. Please tell the application that sent you here.";

    public override string StateUnknown => "This request has expired or was used already. Please start again.";

    public override string Failed(string tool) => $"{tool} could not be connected. Please try again.";

    public override string ConnectedTitle(string tool) => $"{tool} is connected";

    public override string CloseWindow => "You can close this window and go back to where you came from.";

    public override string ReturningTo(string host) => $"Taking you back to {host}.";

    public override string GoNow => "Continue";

    public override string GoingTitle(string tool) => $"Taking you to {tool}";

    public override string Going => "If nothing happens, use the button below.";

    public override string NotConnectedTitle(string tool) => $"{tool} was not connected";

    public override string StartAgain => "To try again, go back to the application that sent you here.";

    public override string ExpiredTitle => "This link has expired";

    public override string UsedTitle => "This link was used already";

    public override string UnknownTitle => "This link is not valid";

    public override string AskForNewLink => "Go back to the application that sent you here and ask for a new link.";

    public override string OtherBrowserTitle => "This link is open in another browser";

    public override string OtherBrowser => "It belongs to the browser in which it was continued first. Go on there, or ask for a new link.";

    public override string OtherPersonTitle => "This link is for someone else";

    public override string OtherPerson => "You are signed in with an account that this link was not made for. Sign out to use another one.";

    public override string InsecureTitle => "This page needs a secure connection";

    public override string Insecure =>
        "The public address of this server is not https, so passwords and credentials can't be entered here. Its operator has to set PublicUrl.";

    public override string ForeignFormTitle => "This form is out of date";

    public override string ForeignForm => "Go back, load the page again and repeat what you did. If that does not help, allow cookies for this site.";

    public override string TooManyTitle => "Too many attempts";

    public override string TooMany => "Please wait a minute and try again.";

    public override string FaultTitle => "Something went wrong";

    public override string Fault => "This can't be done at the moment. Please try again in a few minutes.";

    public override string SignInTitle => "Sign in";

    public override string SignInReason => "Sign in to ModuleX to continue.";

    public override string Email => "E-mail address";

    public override string Password => "Password";

    public override string SignInButton => "Sign in";

    public override string SignOutButton => "Sign out";

    public override string SignInWrong => "The e-mail address or the password is wrong.";

    public override string Locked(int minutes) => minutes == 1
        ? "Too many failed attempts. Please try again in a minute." : $"Too many failed attempts. Please try again in {minutes} minutes.";

    public override string SignedInTitle => "You are signed in";

    public override string JoinTitle(string organization) => $"Join {organization}";

    public override string JoinReason(string organization) => $"{organization} invites you to work with it on ModuleX.";

    public override string JoinNewReason(string organization) => $"{organization} invites you to work with it on ModuleX. Create your account to join.";

    public override string JoinButton(string organization) => $"Join {organization}";

    public override string JoinedTitle(string organization) => $"You are a member of {organization}";

    public override string Role => "Role";

    public override string NameOf(MembershipRole role) => role switch
    {
        MembershipRole.Owner => "Owner",
        MembershipRole.Admin => "Admin",
        _ => "Member",
    };

    public override string FirstName => "First name";

    public override string LastName => "Last name";

    public override string PasswordRules(PasswordPolicy policy)
    {
        List<string> parts = [];
        if (policy.RequireUppercase) parts.Add("an upper-case letter");
        if (policy.RequireLowercase) parts.Add("a lower-case letter");
        if (policy.RequireDigit) parts.Add("a digit");
        if (policy.RequireSpecial) parts.Add("a special character");
        var length = $"At least {policy.MinimumLength} characters";
        return parts.Count == 0 ? $"{length}." : $"{length}, with {JoinedBy(" and ", parts)}.";
    }

    public override string PasswordRefused => "Password: please choose another one, which follows the rules and is not easy to guess.";

    public override string Full(string organization) => $"{organization} has no room for another member. Please tell the person who invited you.";
}
