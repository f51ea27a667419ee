// Countries and territories: code, then the short name in English, French, Italian, German, Dutch.
// Source: ISO 3166-1 (code list as of 2025, with the user-assigned XK that posts use); short names
// after the Unicode CLDR 46, as facts, with the UPU's usual English forms for a few.
// swift-format-ignore-file
enum CountryTable {
    static let names: [String: [Language: String]] = {
        var names: [String: [Language: String]] = [:]
        for line in rows.split(separator: "\n") {
            let cells = line.split(separator: "|").map(String.init)
            precondition(cells.count == 6, "a country row has six cells, not \(cells.count): \(line)")
            names[cells[0]] = [
                .english: cells[1], .french: cells[2], .italian: cells[3], .german: cells[4],
                .dutch: cells[5],
            ]
        }
        return names
    }()

    private static let rows = """
        AD|Andorra|Andorre|Andorra|Andorra|Andorra
        AE|United Arab Emirates|Émirats arabes unis|Emirati Arabi Uniti|Vereinigte Arabische Emirate|Verenigde Arabische Emiraten
        AF|Afghanistan|Afghanistan|Afghanistan|Afghanistan|Afghanistan
        AG|Antigua and Barbuda|Antigua-et-Barbuda|Antigua e Barbuda|Antigua und Barbuda|Antigua en Barbuda
        AI|Anguilla|Anguilla|Anguilla|Anguilla|Anguilla
        AL|Albania|Albanie|Albania|Albanien|Albanië
        AM|Armenia|Arménie|Armenia|Armenien|Armenië
        AO|Angola|Angola|Angola|Angola|Angola
        AQ|Antarctica|Antarctique|Antartide|Antarktis|Antarctica
        AR|Argentina|Argentine|Argentina|Argentinien|Argentinië
        AS|American Samoa|Samoa américaines|Samoa Americane|Amerikanisch-Samoa|Amerikaans-Samoa
        AT|Austria|Autriche|Austria|Österreich|Oostenrijk
        AU|Australia|Australie|Australia|Australien|Australië
        AW|Aruba|Aruba|Aruba|Aruba|Aruba
        AX|Åland Islands|Îles Åland|Isole Åland|Ålandinseln|Åland
        AZ|Azerbaijan|Azerbaïdjan|Azerbaigian|Aserbaidschan|Azerbeidzjan
        BA|Bosnia and Herzegovina|Bosnie-Herzégovine|Bosnia ed Erzegovina|Bosnien und Herzegowina|Bosnië en Herzegovina
        BB|Barbados|Barbade|Barbados|Barbados|Barbados
        BD|Bangladesh|Bangladesh|Bangladesh|Bangladesch|Bangladesh
        BE|Belgium|Belgique|Belgio|Belgien|België
        BF|Burkina Faso|Burkina Faso|Burkina Faso|Burkina Faso|Burkina Faso
        BG|Bulgaria|Bulgarie|Bulgaria|Bulgarien|Bulgarije
        BH|Bahrain|Bahreïn|Bahrein|Bahrain|Bahrein
        BI|Burundi|Burundi|Burundi|Burundi|Burundi
        BJ|Benin|Bénin|Benin|Benin|Benin
        BL|Saint Barthélemy|Saint-Barthélemy|Saint-Barthélemy|St. Barthélemy|Saint-Barthélemy
        BM|Bermuda|Bermudes|Bermuda|Bermuda|Bermuda
        BN|Brunei|Brunei|Brunei|Brunei Darussalam|Brunei
        BO|Bolivia|Bolivie|Bolivia|Bolivien|Bolivia
        BQ|Caribbean Netherlands|Pays-Bas caribéens|Caraibi Olandesi|Karibische Niederlande|Caribisch Nederland
        BR|Brazil|Brésil|Brasile|Brasilien|Brazilië
        BS|Bahamas|Bahamas|Bahamas|Bahamas|Bahama's
        BT|Bhutan|Bhoutan|Bhutan|Bhutan|Bhutan
        BV|Bouvet Island|Île Bouvet|Isola Bouvet|Bouvetinsel|Bouveteiland
        BW|Botswana|Botswana|Botswana|Botsuana|Botswana
        BY|Belarus|Biélorussie|Bielorussia|Belarus|Belarus
        BZ|Belize|Belize|Belize|Belize|Belize
        CA|Canada|Canada|Canada|Kanada|Canada
        CC|Cocos (Keeling) Islands|Îles Cocos|Isole Cocos (Keeling)|Kokosinseln|Cocoseilanden
        CD|Congo (Dem. Rep.)|Congo-Kinshasa|Congo - Kinshasa|Kongo-Kinshasa|Congo-Kinshasa
        CF|Central African Republic|République centrafricaine|Repubblica Centrafricana|Zentralafrikanische Republik|Centraal-Afrikaanse Republiek
        CG|Congo (Rep.)|Congo-Brazzaville|Congo-Brazzaville|Kongo-Brazzaville|Congo-Brazzaville
        CH|Switzerland|Suisse|Svizzera|Schweiz|Zwitserland
        CI|Côte d'Ivoire|Côte d'Ivoire|Costa d'Avorio|Côte d'Ivoire|Ivoorkust
        CK|Cook Islands|Îles Cook|Isole Cook|Cookinseln|Cookeilanden
        CL|Chile|Chili|Cile|Chile|Chili
        CM|Cameroon|Cameroun|Camerun|Kamerun|Kameroen
        CN|China|Chine|Cina|China|China
        CO|Colombia|Colombie|Colombia|Kolumbien|Colombia
        CR|Costa Rica|Costa Rica|Costa Rica|Costa Rica|Costa Rica
        CU|Cuba|Cuba|Cuba|Kuba|Cuba
        CV|Cape Verde|Cap-Vert|Capo Verde|Cabo Verde|Kaapverdië
        CW|Curaçao|Curaçao|Curaçao|Curaçao|Curaçao
        CX|Christmas Island|Île Christmas|Isola Christmas|Weihnachtsinsel|Christmaseiland
        CY|Cyprus|Chypre|Cipro|Zypern|Cyprus
        CZ|Czechia|Tchéquie|Cechia|Tschechien|Tsjechië
        DE|Germany|Allemagne|Germania|Deutschland|Duitsland
        DJ|Djibouti|Djibouti|Gibuti|Dschibuti|Djibouti
        DK|Denmark|Danemark|Danimarca|Dänemark|Denemarken
        DM|Dominica|Dominique|Dominica|Dominica|Dominica
        DO|Dominican Republic|République dominicaine|Repubblica Dominicana|Dominikanische Republik|Dominicaanse Republiek
        DZ|Algeria|Algérie|Algeria|Algerien|Algerije
        EC|Ecuador|Équateur|Ecuador|Ecuador|Ecuador
        EE|Estonia|Estonie|Estonia|Estland|Estland
        EG|Egypt|Égypte|Egitto|Ägypten|Egypte
        EH|Western Sahara|Sahara occidental|Sahara Occidentale|Westsahara|Westelijke Sahara
        ER|Eritrea|Érythrée|Eritrea|Eritrea|Eritrea
        ES|Spain|Espagne|Spagna|Spanien|Spanje
        ET|Ethiopia|Éthiopie|Etiopia|Äthiopien|Ethiopië
        FI|Finland|Finlande|Finlandia|Finnland|Finland
        FJ|Fiji|Fidji|Figi|Fidschi|Fiji
        FK|Falkland Islands|Îles Malouines|Isole Falkland|Falklandinseln|Falklandeilanden
        FM|Micronesia|Micronésie|Micronesia|Mikronesien|Micronesia
        FO|Faroe Islands|Îles Féroé|Isole Fær Øer|Färöer|Faeröer
        FR|France|France|Francia|Frankreich|Frankrijk
        GA|Gabon|Gabon|Gabon|Gabun|Gabon
        GB|United Kingdom|Royaume-Uni|Regno Unito|Vereinigtes Königreich|Verenigd Koninkrijk
        GD|Grenada|Grenade|Grenada|Grenada|Grenada
        GE|Georgia|Géorgie|Georgia|Georgien|Georgië
        GF|French Guiana|Guyane française|Guyana Francese|Französisch-Guayana|Frans-Guyana
        GG|Guernsey|Guernesey|Guernsey|Guernsey|Guernsey
        GH|Ghana|Ghana|Ghana|Ghana|Ghana
        GI|Gibraltar|Gibraltar|Gibilterra|Gibraltar|Gibraltar
        GL|Greenland|Groenland|Groenlandia|Grönland|Groenland
        GM|Gambia|Gambie|Gambia|Gambia|Gambia
        GN|Guinea|Guinée|Guinea|Guinea|Guinee
        GP|Guadeloupe|Guadeloupe|Guadalupa|Guadeloupe|Guadeloupe
        GQ|Equatorial Guinea|Guinée équatoriale|Guinea Equatoriale|Äquatorialguinea|Equatoriaal-Guinea
        GR|Greece|Grèce|Grecia|Griechenland|Griekenland
        GS|South Georgia and South Sandwich Islands|Géorgie du Sud-et-les Îles Sandwich du Sud|Georgia del Sud e Sandwich Australi|Südgeorgien und die Südlichen Sandwichinseln|Zuid-Georgia en Zuidelijke Sandwicheilanden
        GT|Guatemala|Guatemala|Guatemala|Guatemala|Guatemala
        GU|Guam|Guam|Guam|Guam|Guam
        GW|Guinea-Bissau|Guinée-Bissau|Guinea-Bissau|Guinea-Bissau|Guinee-Bissau
        GY|Guyana|Guyana|Guyana|Guyana|Guyana
        HK|Hong Kong|Hong Kong|Hong Kong|Hongkong|Hongkong
        HM|Heard and McDonald Islands|Îles Heard-et-MacDonald|Isole Heard e McDonald|Heard und McDonaldinseln|Heard en McDonaldeilanden
        HN|Honduras|Honduras|Honduras|Honduras|Honduras
        HR|Croatia|Croatie|Croazia|Kroatien|Kroatië
        HT|Haiti|Haïti|Haiti|Haiti|Haïti
        HU|Hungary|Hongrie|Ungheria|Ungarn|Hongarije
        ID|Indonesia|Indonésie|Indonesia|Indonesien|Indonesië
        IE|Ireland|Irlande|Irlanda|Irland|Ierland
        IL|Israel|Israël|Israele|Israel|Israël
        IM|Isle of Man|Île de Man|Isola di Man|Isle of Man|Isle of Man
        IN|India|Inde|India|Indien|India
        IO|British Indian Ocean Territory|Territoire britannique de l'océan Indien|Territorio Britannico dell'Oceano Indiano|Britisches Territorium im Indischen Ozean|Brits Indische Oceaanterritorium
        IQ|Iraq|Irak|Iraq|Irak|Irak
        IR|Iran|Iran|Iran|Iran|Iran
        IS|Iceland|Islande|Islanda|Island|IJsland
        IT|Italy|Italie|Italia|Italien|Italië
        JE|Jersey|Jersey|Jersey|Jersey|Jersey
        JM|Jamaica|Jamaïque|Giamaica|Jamaika|Jamaica
        JO|Jordan|Jordanie|Giordania|Jordanien|Jordanië
        JP|Japan|Japon|Giappone|Japan|Japan
        KE|Kenya|Kenya|Kenya|Kenia|Kenia
        KG|Kyrgyzstan|Kirghizstan|Kirghizistan|Kirgisistan|Kirgizië
        KH|Cambodia|Cambodge|Cambogia|Kambodscha|Cambodja
        KI|Kiribati|Kiribati|Kiribati|Kiribati|Kiribati
        KM|Comoros|Comores|Comore|Komoren|Comoren
        KN|Saint Kitts and Nevis|Saint-Christophe-et-Niévès|Saint Kitts e Nevis|St. Kitts und Nevis|Saint Kitts en Nevis
        KP|North Korea|Corée du Nord|Corea del Nord|Nordkorea|Noord-Korea
        KR|South Korea|Corée du Sud|Corea del Sud|Südkorea|Zuid-Korea
        KW|Kuwait|Koweït|Kuwait|Kuwait|Koeweit
        KY|Cayman Islands|Îles Caïmans|Isole Cayman|Kaimaninseln|Kaaimaneilanden
        KZ|Kazakhstan|Kazakhstan|Kazakistan|Kasachstan|Kazachstan
        LA|Laos|Laos|Laos|Laos|Laos
        LB|Lebanon|Liban|Libano|Libanon|Libanon
        LC|Saint Lucia|Sainte-Lucie|Saint Lucia|St. Lucia|Saint Lucia
        LI|Liechtenstein|Liechtenstein|Liechtenstein|Liechtenstein|Liechtenstein
        LK|Sri Lanka|Sri Lanka|Sri Lanka|Sri Lanka|Sri Lanka
        LR|Liberia|Liberia|Liberia|Liberia|Liberia
        LS|Lesotho|Lesotho|Lesotho|Lesotho|Lesotho
        LT|Lithuania|Lituanie|Lituania|Litauen|Litouwen
        LU|Luxembourg|Luxembourg|Lussemburgo|Luxemburg|Luxemburg
        LV|Latvia|Lettonie|Lettonia|Lettland|Letland
        LY|Libya|Libye|Libia|Libyen|Libië
        MA|Morocco|Maroc|Marocco|Marokko|Marokko
        MC|Monaco|Monaco|Monaco|Monaco|Monaco
        MD|Moldova|Moldavie|Moldavia|Republik Moldau|Moldavië
        ME|Montenegro|Monténégro|Montenegro|Montenegro|Montenegro
        MF|Saint Martin|Saint-Martin|Saint Martin|St. Martin|Saint-Martin
        MG|Madagascar|Madagascar|Madagascar|Madagaskar|Madagaskar
        MH|Marshall Islands|Îles Marshall|Isole Marshall|Marshallinseln|Marshalleilanden
        MK|North Macedonia|Macédoine du Nord|Macedonia del Nord|Nordmazedonien|Noord-Macedonië
        ML|Mali|Mali|Mali|Mali|Mali
        MM|Myanmar|Myanmar|Myanmar (Birmania)|Myanmar|Myanmar (Birma)
        MN|Mongolia|Mongolie|Mongolia|Mongolei|Mongolië
        MO|Macao|Macao|Macao|Macau|Macau
        MP|Northern Mariana Islands|Îles Mariannes du Nord|Isole Marianne Settentrionali|Nördliche Marianen|Noordelijke Marianen
        MQ|Martinique|Martinique|Martinica|Martinique|Martinique
        MR|Mauritania|Mauritanie|Mauritania|Mauretanien|Mauritanië
        MS|Montserrat|Montserrat|Montserrat|Montserrat|Montserrat
        MT|Malta|Malte|Malta|Malta|Malta
        MU|Mauritius|Maurice|Mauritius|Mauritius|Mauritius
        MV|Maldives|Maldives|Maldive|Malediven|Maldiven
        MW|Malawi|Malawi|Malawi|Malawi|Malawi
        MX|Mexico|Mexique|Messico|Mexiko|Mexico
        MY|Malaysia|Malaisie|Malaysia|Malaysia|Maleisië
        MZ|Mozambique|Mozambique|Mozambico|Mosambik|Mozambique
        NA|Namibia|Namibie|Namibia|Namibia|Namibië
        NC|New Caledonia|Nouvelle-Calédonie|Nuova Caledonia|Neukaledonien|Nieuw-Caledonië
        NE|Niger|Niger|Niger|Niger|Niger
        NF|Norfolk Island|Île Norfolk|Isola Norfolk|Norfolkinsel|Norfolk
        NG|Nigeria|Nigeria|Nigeria|Nigeria|Nigeria
        NI|Nicaragua|Nicaragua|Nicaragua|Nicaragua|Nicaragua
        NL|Netherlands|Pays-Bas|Paesi Bassi|Niederlande|Nederland
        NO|Norway|Norvège|Norvegia|Norwegen|Noorwegen
        NP|Nepal|Népal|Nepal|Nepal|Nepal
        NR|Nauru|Nauru|Nauru|Nauru|Nauru
        NU|Niue|Niue|Niue|Niue|Niue
        NZ|New Zealand|Nouvelle-Zélande|Nuova Zelanda|Neuseeland|Nieuw-Zeeland
        OM|Oman|Oman|Oman|Oman|Oman
        PA|Panama|Panama|Panama|Panama|Panama
        PE|Peru|Pérou|Perù|Peru|Peru
        PF|French Polynesia|Polynésie française|Polinesia Francese|Französisch-Polynesien|Frans-Polynesië
        PG|Papua New Guinea|Papouasie-Nouvelle-Guinée|Papua Nuova Guinea|Papua-Neuguinea|Papoea-Nieuw-Guinea
        PH|Philippines|Philippines|Filippine|Philippinen|Filipijnen
        PK|Pakistan|Pakistan|Pakistan|Pakistan|Pakistan
        PL|Poland|Pologne|Polonia|Polen|Polen
        PM|Saint Pierre and Miquelon|Saint-Pierre-et-Miquelon|Saint-Pierre e Miquelon|St. Pierre und Miquelon|Saint-Pierre en Miquelon
        PN|Pitcairn Islands|Îles Pitcairn|Isole Pitcairn|Pitcairninseln|Pitcairneilanden
        PR|Puerto Rico|Porto Rico|Portorico|Puerto Rico|Puerto Rico
        PS|Palestine|Palestine|Palestina|Palästina|Palestina
        PT|Portugal|Portugal|Portogallo|Portugal|Portugal
        PW|Palau|Palaos|Palau|Palau|Palau
        PY|Paraguay|Paraguay|Paraguay|Paraguay|Paraguay
        QA|Qatar|Qatar|Qatar|Katar|Qatar
        RE|Réunion|La Réunion|Riunione|Réunion|Réunion
        RO|Romania|Roumanie|Romania|Rumänien|Roemenië
        RS|Serbia|Serbie|Serbia|Serbien|Servië
        RU|Russia|Russie|Russia|Russland|Rusland
        RW|Rwanda|Rwanda|Ruanda|Ruanda|Rwanda
        SA|Saudi Arabia|Arabie saoudite|Arabia Saudita|Saudi-Arabien|Saoedi-Arabië
        SB|Solomon Islands|Îles Salomon|Isole Salomone|Salomonen|Salomonseilanden
        SC|Seychelles|Seychelles|Seychelles|Seychellen|Seychellen
        SD|Sudan|Soudan|Sudan|Sudan|Soedan
        SE|Sweden|Suède|Svezia|Schweden|Zweden
        SG|Singapore|Singapour|Singapore|Singapur|Singapore
        SH|Saint Helena|Sainte-Hélène|Sant'Elena|St. Helena|Sint-Helena
        SI|Slovenia|Slovénie|Slovenia|Slowenien|Slovenië
        SJ|Svalbard and Jan Mayen|Svalbard et Jan Mayen|Svalbard e Jan Mayen|Spitzbergen und Jan Mayen|Spitsbergen en Jan Mayen
        SK|Slovakia|Slovaquie|Slovacchia|Slowakei|Slowakije
        SL|Sierra Leone|Sierra Leone|Sierra Leone|Sierra Leone|Sierra Leone
        SM|San Marino|Saint-Marin|San Marino|San Marino|San Marino
        SN|Senegal|Sénégal|Senegal|Senegal|Senegal
        SO|Somalia|Somalie|Somalia|Somalia|Somalië
        SR|Suriname|Suriname|Suriname|Suriname|Suriname
        SS|South Sudan|Soudan du Sud|Sud Sudan|Südsudan|Zuid-Soedan
        ST|São Tomé and Príncipe|Sao Tomé-et-Principe|São Tomé e Príncipe|São Tomé und Príncipe|Sao Tomé en Principe
        SV|El Salvador|Salvador|El Salvador|El Salvador|El Salvador
        SX|Sint Maarten|Saint-Martin (partie néerlandaise)|Sint Maarten|Sint Maarten|Sint-Maarten
        SY|Syria|Syrie|Siria|Syrien|Syrië
        SZ|Eswatini|Eswatini|Eswatini|Eswatini|Eswatini
        TC|Turks and Caicos Islands|Îles Turques-et-Caïques|Isole Turks e Caicos|Turks- und Caicosinseln|Turks- en Caicoseilanden
        TD|Chad|Tchad|Ciad|Tschad|Tsjaad
        TF|French Southern Territories|Terres australes françaises|Terre Australi Francesi|Französische Süd- und Antarktisgebiete|Franse Gebieden in de zuidelijke Indische Oceaan
        TG|Togo|Togo|Togo|Togo|Togo
        TH|Thailand|Thaïlande|Thailandia|Thailand|Thailand
        TJ|Tajikistan|Tadjikistan|Tagikistan|Tadschikistan|Tadzjikistan
        TK|Tokelau|Tokelau|Tokelau|Tokelau|Tokelau
        TL|Timor-Leste|Timor oriental|Timor Est|Timor-Leste|Oost-Timor
        TM|Turkmenistan|Turkménistan|Turkmenistan|Turkmenistan|Turkmenistan
        TN|Tunisia|Tunisie|Tunisia|Tunesien|Tunesië
        TO|Tonga|Tonga|Tonga|Tonga|Tonga
        TR|Türkiye|Turquie|Turchia|Türkei|Turkije
        TT|Trinidad and Tobago|Trinité-et-Tobago|Trinidad e Tobago|Trinidad und Tobago|Trinidad en Tobago
        TV|Tuvalu|Tuvalu|Tuvalu|Tuvalu|Tuvalu
        TW|Taiwan|Taïwan|Taiwan|Taiwan|Taiwan
        TZ|Tanzania|Tanzanie|Tanzania|Tansania|Tanzania
        UA|Ukraine|Ukraine|Ucraina|Ukraine|Oekraïne
        UG|Uganda|Ouganda|Uganda|Uganda|Oeganda
        UM|U.S. Outlying Islands|Îles mineures éloignées des États-Unis|Isole Minori Esterne degli Stati Uniti|Amerikanische Überseeinseln|Kleine afgelegen eilanden van de Verenigde Staten
        US|United States|États-Unis|Stati Uniti|Vereinigte Staaten|Verenigde Staten
        UY|Uruguay|Uruguay|Uruguay|Uruguay|Uruguay
        UZ|Uzbekistan|Ouzbékistan|Uzbekistan|Usbekistan|Oezbekistan
        VA|Vatican City|État de la Cité du Vatican|Città del Vaticano|Vatikanstadt|Vaticaanstad
        VC|Saint Vincent and the Grenadines|Saint-Vincent-et-les Grenadines|Saint Vincent e Grenadine|St. Vincent und die Grenadinen|Saint Vincent en de Grenadines
        VE|Venezuela|Venezuela|Venezuela|Venezuela|Venezuela
        VG|British Virgin Islands|Îles Vierges britanniques|Isole Vergini Britanniche|Britische Jungferninseln|Britse Maagdeneilanden
        VI|U.S. Virgin Islands|Îles Vierges des États-Unis|Isole Vergini Americane|Amerikanische Jungferninseln|Amerikaanse Maagdeneilanden
        VN|Vietnam|Viêt Nam|Vietnam|Vietnam|Vietnam
        VU|Vanuatu|Vanuatu|Vanuatu|Vanuatu|Vanuatu
        WF|Wallis and Futuna|Wallis-et-Futuna|Wallis e Futuna|Wallis und Futuna|Wallis en Futuna
        WS|Samoa|Samoa|Samoa|Samoa|Samoa
        YE|Yemen|Yémen|Yemen|Jemen|Jemen
        YT|Mayotte|Mayotte|Mayotte|Mayotte|Mayotte
        ZA|South Africa|Afrique du Sud|Sudafrica|Südafrika|Zuid-Afrika
        ZM|Zambia|Zambie|Zambia|Sambia|Zambia
        ZW|Zimbabwe|Zimbabwe|Zimbabwe|Simbabwe|Zimbabwe
        XK|Kosovo|Kosovo|Kosovo|Kosovo|Kosovo
        """
}
