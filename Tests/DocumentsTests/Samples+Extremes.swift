import Mail

// Items that try the forms: many scripts, long texts, every field at once.
extension Samples {
    /// Addressees and contents as people write them all over the world.
    static let scripts: [(name: String, sample: Sample)] = [
        (
            "greek",
            written(
                "Ελένη Παπαδοπούλου",
                "Λεωφόρος Βασιλίσσης Σοφίας 12",
                "Αθήνα",
                "106 74",
                "GR",
                "Βιβλίο με ποιήματα, δεμένο"
            )
        ),
        (
            "cyrillic",
            written(
                "Олена Шевченко",
                "вул. Хрещатик, 22",
                "Київ",
                "01001",
                "UA",
                "Вишита сорочка, бавовна"
            )
        ),
        ("chinese", written("王小明", "朝阳区建国路88号现代城5号楼", "北京市", "100022", "CN", "陶瓷茶具，六件套")),
        ("japanese", written("田中 春香", "九段南二丁目14番5号", "東京都千代田区", "102-0074", "JP", "木製こけし人形、手作り")),
        ("korean", written("김서연", "세종대로 110", "서울특별시", "04524", "KR", "한국어 교재, 인쇄본")),
        (
            "arabic",
            written(
                "فاطمة الزهراء",
                "شارع الملك فهد 25",
                "الرياض",
                "12211",
                "SA",
                "وشاح صوفي يدوي الصنع"
            )
        ),
        (
            "hebrew",
            written(
                "נועה לוי",
                "רחוב דיזנגוף 99",
                "תל אביב",
                "6439601",
                "IL",
                "ספר ילדים, כריכה קשה"
            )
        ),
        ("hindi", written("अनन्या शर्मा", "४२, महात्मा गांधी मार्ग", "नई दिल्ली", "110001", "IN", "हस्तनिर्मित सूती कुर्ता")),
        (
            "thai",
            written("สมชาย ใจดี", "99 ถนนพระราม 4", "กรุงเทพมหานคร", "10500", "TH", "ผ้าไหมทอมือ")
        ),
        (
            "georgian",
            written("ნინო ბერიძე", "რუსთაველის გამზირი 8", "თბილისი", "0108", "GE", "ხის სათამაშო")
        ),
        (
            "armenian",
            written("Անի Հակոբյան", "Մաշտոցի պողոտա 5", "Երևան", "0002", "AM", "Գորգ, ձեռագործ")
        ),
        ("tamil", written("கவிதா முருகன்", "அண்ணா சாலை 120", "சென்னை", "600002", "IN", "பட்டுப் புடவை")),
        (
            "vietnamese",
            written(
                "Nguyễn Thị Hồng Nhung",
                "15 phố Hàng Bạc",
                "Hà Nội",
                "100000",
                "VN",
                "Áo dài lụa tơ tằm"
            )
        ),
    ]

    private static func written(
        _ name: String,
        _ street: String,
        _ city: String,
        _ postcode: String,
        _ country: String,
        _ goods: String
    ) -> Sample {
        gift.with { lodgement in
            lodgement.addressee = party(name, [street], city, postcode, country)
            lodgement.contents = contents("gift", [line(goods, 1, 700, "25.00")])
        }
    }

    /// Every field as long as a form can be expected to hold.
    static let long = full.with { lodgement in
        lodgement.sender = party(
            "Maximiliane-Wilhelmine Freifrau von Hohenlohe-Schillingsfürst",
            [
                "Donaudampfschifffahrtsgesellschaftskapitänsgasse 1234/56",
                "Hinterhaus, dritter Stock",
            ],
            "Sankt Veit an der Glan-Obermühlbach",
            "A-9300",
            "AT"
        )
        lodgement.sender.company = "Internationale Instrumentenbaugesellschaft mbH & Co. KG"
        lodgement.sender.region = "Kärnten"
        lodgement.sender.email = "exportabteilung.zollabwicklung@instrumentenbau.example"
        lodgement.sender.phone = "+43 (0)4212 000 000-1234"
        lodgement.addressee = party(
            "Maria Fernanda Guadalupe de los Ángeles Rodríguez y Fernández de Córdoba",
            [
                "Avenida de los Insurgentes Sur 1457, Torre Mural, Piso 23, Interior 2301-B",
                "Colonia Insurgentes Mixcoac, Alcaldía Benito Juárez", "Entre Calle 7 y Avenida 9",
            ],
            "San Juan Bautista Tuxtepec de los Altos",
            "03920",
            "MX"
        )
        lodgement.addressee.company = "Comercializadora de Instrumentos Científicos S.A. de C.V."
        lodgement.addressee.region = "Oaxaca de Juárez"
        lodgement.addressee.phone = "+52 (55) 0000 0000 ext. 12345"
        lodgement.addressee.email = "recepcion.importaciones@comercializadora-cientifica.example"
        lodgement.addressee.taxIDs = [taxID("RFC", "ROFM800101AB1")]
        lodgement.contents?.nature = "other"
        lodgement.contents?.explanation =
            "Instruments on loan for an exhibition, to be returned within two years to the sender"
        lodgement.contents?.comments =
            "Contains seeds of Quercus robur under phytosanitary certificate; keep between 2 and 8 °C; "
            + "inspection at the botanical institute only"
        lodgement.contents?.lines = (1...5)
            .map { number in
                var line = line(
                    "Precision optical comparator no. \(number) with interchangeable objective lenses, "
                        + "cast iron base, walnut carrying case and calibration certificate",
                    number * 1000,
                    123_456,
                    "12345678.90",
                    "9031498000",
                    "GS"
                )
                line.sku = "COMP-2026-\(number)-EXTRA-LONG-SKU"
                line.gtin = "5012345678900"
                line.manufacturerID = "MFR-0000-1111-2222-3333"
                return line
            }
        lodgement.grossWeight = 1_999_999
    }

    /// A CN 22 whose four lines are all long.
    static let wordy = sale.with { lodgement in
        lodgement.contents?.nature = "other"
        lodgement.contents?.explanation = "Prizes of a competition, see enclosed letter"
        lodgement.contents?.lines = (1...4)
            .map { number in
                line(
                    "Knitted jumper of Shetland wool, hand finished, women’s size \(number), with six buttons of horn",
                    number * 100,
                    12_345,
                    "123456.78",
                    "6110113000",
                    "GB"
                )
            }
    }
}
