// How addresses are written: country, what they state, an example of a postcode, its form.
// C a town, c a town or a region in its place, S a region, s a region that postcode or town already
// says, Z a postcode, z one that is advised; every row has an address line (A).
// Source: facts of Google's address metadata (i18napis, by libaddressinput, 2024, CC BY 4.0); what
// of them refuses and what warns is our choice (a region refuses in US and AU only). The forms of
// AI AZ CL HT IE KR LT LV MD MM MU SA SO TW TZ VE VN are wider or newer than there: codes that came
// since, and country letters that their posts print; they stand on general knowledge.
// swift-format-ignore-file
enum AddressTable {
    static let forms: [String: AddressForm] = {
        var forms: [String: AddressForm] = [:]
        for row in rows.split(separator: "\n") {
            let cells = row.split(separator: "|", maxSplits: 3, omittingEmptySubsequences: false)
            precondition(cells.count >= 3, "an address row has three or four cells: \(row)")
            let states = Set(cells[1])
            func demand(_ yes: Character, _ advised: Character) -> AddressForm.Demand {
                states.contains(yes) ? .yes : states.contains(advised) ? .advised : .no
            }
            forms[String(cells[0])] = AddressForm(
                line: demand("A", "a"),
                locality: demand("C", "c"),
                region: demand("S", "s"),
                postcode: demand("Z", "z"),
                pattern: cells.count == 4 ? PostcodePattern(String(cells[3])) : nil,
                example: cells[2].isEmpty ? nil : String(cells[2])
            )
        }
        return forms
    }()

    private static let rows = """
        AD|Acs|AD100|AD[1-7]0#
        AE|AC|
        AF|AC|1001|####
        AG|A|
        AI|AC|AI-2640|(AI-?)?2640
        AL|AC|1001|####
        AM|AC|375010|(37)?####
        AO|AC|
        AQ|AC|
        AR|AC|C1070AAM|([A-HJ-NP-Z])?####(@@@)?
        AS|ACsZ|96799|96799
        AT|ACZ|1010|####
        AU|ACSZ|2060|####
        AW|AC|
        AX|ACZ|22150|22###
        AZ|AC|1000|(AZ ?)?####
        BA|AC|71000|#####
        BB|AC|BB23026|BB#####
        BD|AC|1340|####
        BE|ACZ|4000|####
        BF|AC|
        BG|ACz|1000|####
        BH|AC|317|(#|1[0-2])##
        BI|AC|
        BJ|AC|
        BL|ACZ|97100|9[78][01]##
        BM|AC|FL 07|@@ ?**
        BN|AC|BT2328|@@ ?####
        BO|AC|
        BQ|AC|
        BR|ACsZ|40301-110|#####-?###
        BS|AC|
        BT|AC|11001|#####
        BV|AC|
        BW|AC|
        BY|AC|220050|######
        BZ|AC|
        CA|ACsZ|H3Z 2Y7|[ABCEGHJKLMNPRSTVXY]#[ABCEGHJ-NPRSTV-Z] ?#[ABCEGHJ-NPRSTV-Z]#
        CC|AC|6799|6799
        CD|AC|
        CF|AC|
        CG|AC|
        CH|ACZ|2544|####
        CI|AC|
        CK|AC|1234|####
        CL|AC|8340457|###-?####
        CM|AC|
        CN|ACsZ|266033|######
        CO|AC|111221|######
        CR|AC|1000|#####?|###-####
        CU|AC|
        CV|AC|7600|####
        CW|AC|
        CX|AC|6798|6798
        CY|ACz|2008|####
        CZ|ACz|100 00|### ?##
        DE|ACZ|26133|#####
        DJ|AC|
        DK|ACZ|8660|####
        DM|AC|
        DO|AC|11903|#####
        DZ|AC|40304|#####
        EC|AC|EC090112|@####@|(@@)?######
        EE|ACz|69501|#####
        EG|AC|12411|#####
        EH|AC|70000|#####
        ER|AC|
        ES|ACsZ|28039|#####
        ET|AC|1000|####
        FI|ACZ|00550|#####
        FJ|AC|
        FK|ACZ|FIQQ 1ZZ|FIQQ 1ZZ
        FM|ACsZ|96941|(9694[1-4])((-| )####)?
        FO|AC|100|###
        FR|ACZ|33380|## ?###
        GA|AC|
        GB|ACZ|EC1Y 8SY|GIR ?0AA|((AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|BX|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GY|GU|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE)(#*? ?#[ABD-HJLN-UW-Z][ABD-HJLN-UW-Z]))|BFPO ?##?#?#?
        GD|AC|
        GE|AC|0101|####
        GF|ACZ|97300|9[78]3##
        GG|ACZ|GY1 1AA|GY#*? ?#[ABD-HJLN-UW-Z][ABD-HJLN-UW-Z]
        GH|AC|
        GI|A|GX11 1AA|GX11 1AA
        GL|ACZ|3900|39##
        GM|AC|
        GN|AC|001|###
        GP|ACZ|97100|9[78][01]##
        GQ|AC|
        GR|ACZ|151 24|### ?##
        GS|ACZ|SIQQ 1ZZ|SIQQ 1ZZ
        GT|AC|09001|#####
        GU|ACsZ|96910|969([12]#|3[12])((-| )####)?
        GW|AC|1000|####
        GY|AC|
        HK|Acs|
        HM|AC|7151|####
        HN|ACs|11101|#####
        HR|ACz|10000|#####
        HT|AC|6120|(HT)?####
        HU|ACz|1037|####
        ID|AC|40115|#####
        IE|AC|D02 AF30|[A-NP-Z]#[0-9W] ?[0-9A-NP-Z][0-9A-NP-Z][0-9A-NP-Z][0-9A-NP-Z]
        IL|AC|9614303|#####(##)?
        IM|ACZ|IM2 1AA|IM#*? ?#[ABD-HJLN-UW-Z][ABD-HJLN-UW-Z]
        IN|ACsZ|110034|######
        IO|ACZ|BBND 1ZZ|BBND 1ZZ
        IQ|ACs|31001|#####
        IR|AC|11936-12345|#####-?#####
        IS|AC|320|###
        IT|ACsZ|00144|#####
        JE|ACZ|JE1 1AA|JE#*? ?#[ABD-HJLN-UW-Z][ABD-HJLN-UW-Z]
        JM|ACs|
        JO|AC|11937|#####
        JP|ACsZ|154-0023|###-?####
        KE|AC|20100|#####
        KG|AC|720001|######
        KH|AC|12203|#####
        KI|AC|
        KM|AC|
        KN|ACs|
        KP|AC|
        KR|ACsZ|06110|#####|###-###
        KW|AC|54541|#####
        KY|Acs|KY1-1100|KY#-####
        KZ|AC|040900|######
        LA|AC|01160|#####
        LB|AC|2038 3054|####( ?####)?
        LC|AC|
        LI|ACZ|9496|(948[5-9])|(949[0-7])
        LK|AC|20000|#####
        LR|AC|1000|####
        LS|AC|100|###
        LT|ACz|LT-01100|(LT-)?#####
        LU|ACZ|4750|####
        LV|ACz|LV-1010|(LV-)?####
        LY|AC|
        MA|AC|53000|#####
        MC|AC|98000|980##
        MD|AC|2001|(MD-?)?####
        ME|AC|81257|8####
        MF|ACZ|97100|9[78][01]##
        MG|AC|501|###
        MH|ACsZ|96960|969[67]#((-| )####)?
        MK|AC|1314|####
        ML|AC|
        MM|AC|11181|#####(##)?
        MN|AC|65030|#####
        MO|A|
        MP|ACsZ|96950|9695[012]((-| )####)?
        MQ|ACZ|97220|9[78]2##
        MR|AC|
        MS|AC|
        MT|ACz|NXR 01|@@@ ?###?#?
        MU|AC|42602|###@@###|#####
        MV|AC|20026|#####
        MW|AC|
        MX|ACZ|02860|#####
        MY|ACZ|43000|#####
        MZ|AC|1102|####
        NA|AC|
        NC|ACZ|98814|988##
        NE|AC|8001|####
        NF|AC|2899|2899
        NG|AC|930283|######
        NI|AC|52000|#####
        NL|ACZ|1234 AB|#### ?@@
        NO|ACZ|0025|####
        NP|AC|44601|#####
        NR|Acs|
        NU|AC|
        NZ|ACZ|6001|####
        OM|AC|133|(PC )?###
        PA|AC|
        PE|AC|LIMA 23|(LIMA #|CALLAO 0?)#|[0-2]####
        PF|ACsZ|98714|987##
        PG|ACs|111|###
        PH|AC|1008|####
        PK|AC|44000|#####
        PL|ACZ|00-950|##-###
        PM|ACZ|97500|9[78]5##
        PN|ACZ|PCRN 1ZZ|PCRN 1ZZ
        PR|ACZ|00930|00[679]##((-| )####)?
        PS|AC|
        PT|ACZ|2725-079|####-###
        PW|ACsZ|96940|969(39|40)
        PY|AC|1536|####
        QA|AC|
        RE|ACZ|97400|9[78]4##
        RO|ACz|060274|######
        RS|AC|106314|######?
        RU|ACZ|125075|######
        RW|AC|
        SA|AC|12345|#####(-####)?
        SB|AC|
        SC|AC|
        SD|AC|
        SE|ACZ|11455|### ?##
        SG|AZ|546080|######
        SH|ACZ|STHL 1ZZ|(ASCN|STHL) 1ZZ
        SI|ACz|4000|####
        SJ|ACZ|9170|####
        SK|ACz|010 01|### ?##
        SL|AC|
        SM|AZ|47890|4789#
        SN|AC|12500|#####
        SO|ACs|JH 09010|(@@ )?#####
        SR|AC|
        SS|AC|
        ST|AC|
        SV|ACs|CP 1101|CP [1-3][1-7][0-2]#
        SX|AC|
        SY|AC|
        SZ|AC|H100|[HLMS]###
        TC|ACZ|TKCA 1ZZ|TKCA 1ZZ
        TD|AC|
        TF|AC|
        TG|AC|
        TH|AC|10150|#####
        TJ|AC|735450|######
        TK|AC|
        TL|AC|
        TM|AC|744000|######
        TN|AC|1002|####
        TO|AC|
        TR|ACZ|01960|#####
        TT|AC|
        TV|AC|
        TW|ACsZ|110|###(##)?(#)?
        TZ|AC|6090|####(#)?
        UA|AC|15432|#####
        UG|AC|
        UM|ACs|96898
        US|ACSZ|95014|#####((-| )####)?
        UY|AC|11600|#####
        UZ|AC|702100|######
        VA|AC|00120|00120
        VC|AC|VC0100|VC####
        VE|ACs|1010|####(-?@)?
        VG|A|VG1110|VG####
        VI|ACsZ|00802-1222|008(([0-4]#)|(5[01]))((-| )####)?
        VN|AC|100000|#####(#)?
        VU|AC|
        WF|ACZ|98600|986##
        WS|AC|
        XK|AC|10000|[1-7]####
        YE|AC|
        YT|ACZ|97600|976##
        ZA|ACZ|0083|####
        ZM|AC|50100|#####
        ZW|AC|
        """
}
