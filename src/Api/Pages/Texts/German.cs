using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Pages.Texts;

/// <summary>German.</summary>
internal sealed class German : PageTexts
{
    public override string Language => "de";

    public override string ErrorPrefix => "Fehler";

    public override string Footer => "Gesichert durch ModuleX";

    public override string ConnectTitle(string tool) => $"{tool} verbinden";

    public override string ChooseTitle => "Was möchten Sie verbinden?";

    public override string Asks(string organization, string tool) => $"{organization} möchte {tool} in Ihrem Namen nutzen.";

    public override string AsksForSome(string organization) => $"{organization} möchte eines davon in Ihrem Namen nutzen.";

    public override string RequestedBy => "Angefragt von";

    public override string For => "Für";

    public override string Account => "Konto";

    public override string Permissions => "Berechtigungen";

    public override string ContinueButton => "Weiter";

    public override string ContinueTo(string tool) => $"Weiter zu {tool}";

    public override string ConnectButton(string tool) => $"{tool} verbinden";

    public override string LeavesTo(string tool) => $"Sie melden sich bei {tool} an und entscheiden dort, was Sie erlauben.";

    public override string KeptSafe => "Ihre Angaben werden verschlüsselt gespeichert und nicht wieder angezeigt.";

    public override string NotNow => "Jetzt nicht";

    public override string OtherTool => "Etwas anderes wählen";

    public override string OtherWay => "Andere Wege zu verbinden";

    public override string SignInInstead(string tool) => $"Oder bei {tool} anmelden";

    public override string UseInstead(string field) => $"Oder verbinden mit: {field}";

    public override string OneClickInstead => "Oder ohne Zugangsdaten verbinden";

    public override string Optional => "freiwillig";

    public override string ProblemsTitle => "Bitte prüfen Sie Ihre Angaben";

    public override string FieldMissing(string field) => $"{field}: Bitte füllen Sie dieses Feld aus.";

    public override string FieldMismatch(string field) => $"{field}: Die Angabe hat nicht die erwartete Form.";

    public override string FieldTooLong(string field) => $"{field}: Die Angabe ist zu lang.";

    public override string FieldAddress(string field) =>
        $"{field}: Geben Sie eine Adresse an, die dieser Server erreicht und die mit https:// beginnt.";

    public override string FieldUnusable(string field) => $"{field}: Die Angabe kann nicht verwendet werden.";

    public override string Denied(string tool) =>
        $"Sie haben den Zugriff bei {tool} nicht erlaubt, daher wurde nichts verbunden. Sie können es erneut versuchen.";

    public override string CredentialsRefused(string tool) =>
        $"{tool} hat diese Zugangsdaten nicht angenommen. Bitte prüfen Sie sie und versuchen Sie es erneut.";

    public override string ServiceAway(string tool) => $"{tool} antwortet gerade nicht. Bitte versuchen Sie es in ein paar Minuten erneut.";

    public override string NotSetUp(string tool) =>
        $"{tool} ist auf diesem Server noch nicht eingerichtet. Bitte sagen Sie der Stelle Bescheid, die Sie hierher geschickt hat.";

    public override string StateUnknown => "Diese Anfrage ist abgelaufen oder wurde schon verwendet. Bitte beginnen Sie noch einmal.";

    public override string Failed(string tool) => $"{tool} konnte nicht verbunden werden. Bitte versuchen Sie es erneut.";

    public override string ConnectedTitle(string tool) => $"{tool} ist verbunden";

    public override string CloseWindow => "Sie können dieses Fenster schließen und dorthin zurückkehren, woher Sie kamen.";

    public override string ReturningTo(string host) => $"Es geht zurück zu {host}.";

    public override string GoNow => "Weiter";

    public override string GoingTitle(string tool) => $"Es geht weiter zu {tool}";

    public override string Going => "Wenn nichts geschieht, verwenden Sie die Schaltfläche.";

    public override string NotConnectedTitle(string tool) => $"{tool} wurde nicht verbunden";

    public override string StartAgain => "Um es erneut zu versuchen, kehren Sie zu der Anwendung zurück, die Sie hierher geschickt hat.";

    public override string ExpiredTitle => "Dieser Link ist abgelaufen";

    public override string UsedTitle => "Dieser Link wurde schon verwendet";

    public override string UnknownTitle => "Dieser Link ist ungültig";

    public override string AskForNewLink => "Kehren Sie zu der Anwendung zurück, die Sie hierher geschickt hat, und fordern Sie einen neuen Link an.";

    public override string OtherBrowserTitle => "Dieser Link ist in einem anderen Browser geöffnet";

    public override string OtherBrowser =>
        "Er gehört zu dem Browser, in dem zuerst fortgefahren wurde. Machen Sie dort weiter, oder fordern Sie einen neuen Link an.";

    public override string OtherPersonTitle => "Dieser Link ist für jemand anderen";

    public override string OtherPerson =>
        "Sie sind mit einem Konto angemeldet, für das dieser Link nicht gedacht ist. Melden Sie sich ab, um ein anderes zu verwenden.";

    public override string InsecureTitle => "Diese Seite braucht eine sichere Verbindung";

    public override string Insecure =>
        "Die öffentliche Adresse dieses Servers ist nicht https, daher sind hier keine Zugangsdaten möglich. Der Betreiber muss PublicUrl setzen.";

    public override string ForeignFormTitle => "Dieses Formular ist veraltet";

    public override string ForeignForm =>
        "Gehen Sie zurück, laden Sie die Seite neu und wiederholen Sie den Schritt. Hilft das nicht, erlauben Sie Cookies für diese Seite.";

    public override string TooManyTitle => "Zu viele Versuche";

    public override string TooMany => "Bitte warten Sie eine Minute und versuchen Sie es dann erneut.";

    public override string FaultTitle => "Etwas ist schiefgegangen";

    public override string Fault => "Das geht gerade nicht. Bitte versuchen Sie es in ein paar Minuten erneut.";

    public override string SignInTitle => "Anmelden";

    public override string SignInReason => "Melden Sie sich bei ModuleX an, um fortzufahren.";

    public override string Email => "E-Mail-Adresse";

    public override string Password => "Passwort";

    public override string SignInButton => "Anmelden";

    public override string SignOutButton => "Abmelden";

    public override string SignInWrong => "Die E-Mail-Adresse oder das Passwort ist falsch.";

    public override string Locked(int minutes) => minutes == 1
        ? "Zu viele Fehlversuche. Bitte versuchen Sie es in einer Minute erneut."
        : $"Zu viele Fehlversuche. Bitte versuchen Sie es in {minutes} Minuten erneut.";

    public override string SignedInTitle => "Sie sind angemeldet";

    public override string JoinTitle(string organization) => $"{organization} beitreten";

    public override string JoinReason(string organization) => $"{organization} lädt Sie zur Zusammenarbeit auf ModuleX ein.";

    public override string JoinNewReason(string organization) =>
        $"{organization} lädt Sie zur Zusammenarbeit auf ModuleX ein. Legen Sie ein Konto an, um beizutreten.";

    public override string JoinButton(string organization) => $"{organization} beitreten";

    public override string JoinedTitle(string organization) => $"Sie sind Mitglied von {organization}";

    public override string Role => "Rolle";

    public override string NameOf(MembershipRole role) => role switch
    {
        MembershipRole.Owner => "Inhaber",
        MembershipRole.Admin => "Admin",
        _ => "Mitglied",
    };

    public override string FirstName => "Vorname";

    public override string LastName => "Nachname";

    public override string PasswordRules(PasswordPolicy policy)
    {
        List<string> parts = [];
        if (policy.RequireUppercase) parts.Add("einem Großbuchstaben");
        if (policy.RequireLowercase) parts.Add("einem Kleinbuchstaben");
        if (policy.RequireDigit) parts.Add("einer Ziffer");
        if (policy.RequireSpecial) parts.Add("einem Sonderzeichen");
        var length = $"Mindestens {policy.MinimumLength} Zeichen";
        return parts.Count == 0 ? $"{length}." : $"{length}, mit {JoinedBy(" und ", parts)}.";
    }

    public override string PasswordRefused => "Passwort: Bitte wählen Sie ein anderes, das den Regeln entspricht und nicht leicht zu erraten ist.";

    public override string Full(string organization) =>
        $"{organization} kann kein weiteres Mitglied aufnehmen. Bitte sagen Sie der Person Bescheid, die Sie eingeladen hat.";
}
