using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ModuleX.Application.Configuration;

/// <summary>
/// Language tags (BCP 47, RFC 5646) of a language, and perhaps a script and a region. The server runs without ICU's data, so the subtags are here:
/// languages of ISO 639-1 with some of ISO 639-3 that have no shorter code, scripts of ISO 15924 in wide use, regions of ISO 3166-1 and the areas of
/// UN M.49 that are used in tags.
/// </summary>
internal static partial class KnownLocales
{
    private static readonly FrozenSet<string> Languages = SetOf("""
        aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi
        fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv
        kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm
        rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa
        wo xh yi yo za zh zu ast bem brx ceb chr ckb doi dsb fil fur gsw haw hmn hsb kab kok lij mai mni nds nso pap prs quc sah sat scn smn
        szl tzm vec wuu yue zgh
        """);

    private static readonly FrozenSet<string> Scripts = SetOf("""
        Arab Armn Beng Bopo Cans Cher Cyrl Deva Ethi Geor Grek Gujr Guru Hang Hani Hans Hant Hebr Hira Jpan Kana Khmr Knda Kore Laoo Latn
        Mlym Mong Mtei Mymr Nkoo Olck Orya Sinh Syrc Taml Telu Tfng Thaa Thai Tibt Vaii Yiii
        """);

    private static readonly FrozenSet<string> Regions = SetOf("""
        AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI
        CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ
        GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS
        LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG
        PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK
        TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW 001 150 419
        """);

    /// <summary>Without regard to case, as the standard has it.</summary>
    public static bool Has(string tag) => Shape().Match(tag) is { Success: true } match
        && Languages.Contains(match.Groups["language"].Value)
        && (match.Groups["script"] is not { Success: true } script || Scripts.Contains(script.Value))
        && (match.Groups["region"] is not { Success: true } region || Regions.Contains(region.Value));

    private static FrozenSet<string> SetOf(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex("^(?<language>[A-Za-z]{2,3})(-(?<script>[A-Za-z]{4}))?(-(?<region>[A-Za-z]{2}|[0-9]{3}))?\\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
