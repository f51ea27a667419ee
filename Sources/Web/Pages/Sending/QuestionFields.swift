import Mail

/// The fields of each question, in the visitor's words.
struct QuestionFields {
    let words: WordList
    let office: OfficeProfile

    func plans(_ question: Question) -> [FieldPlan] {
        switch question {
        case .country:
            [
                FieldPlan(
                    "addressee.country",
                    words("f_country"),
                    .select(Choices.countries(words))
                )
            ]
        case .nature:
            [
                FieldPlan(
                    "contents.explanation",
                    words("f_explanation"),
                    isOptional: true
                )
            ]
        case .goods(let number): goods(number)
        case .product, .goodsList, .answers: []
        case .weight:
            [
                FieldPlan(
                    "grossWeight",
                    words("f_grossWeight"),
                    .number,
                    hint: words("ask_weight_hint")
                )
            ]
        case .addressee: party("addressee", isUser: false)
        case .sender: party("sender", isUser: true)
        }
    }

    /// The choices that a question shows as buttons, and the field that they fill.
    func choices(_ question: Question) -> (name: String, options: Choices.List)? {
        switch question {
        case .nature: ("contents.nature", Array(Choices.natures(words).dropFirst()))
        case .product: ("product", Array(Choices.products(words).dropFirst()))
        default: nil
        }
    }

    func names(_ question: Question) -> [String] {
        (choices(question).map { [$0.name] } ?? []) + plans(question).map(\.name)
    }

    private func goods(_ number: Int) -> [FieldPlan] {
        let line = "contents.lines.\(number)"
        return [
            FieldPlan(
                "\(line).description",
                words("f_description"),
                hint: words("ask_goods_hint")
            ),
            FieldPlan("\(line).quantity", words("ask_quantity"), .number),
            FieldPlan("\(line).lineNetWeight", words("ask_line_weight"), .number),
            FieldPlan("\(line).lineValue", words("ask_line_value"), .decimal),
            FieldPlan("\(line).currency", words("ask_currency"), .code),
            FieldPlan(
                "\(line).origin",
                words("f_origin"),
                .select(Choices.countries(words)),
                isOptional: true
            ),
            FieldPlan("\(line).tariffCode", words("f_tariffCode"), .code, isOptional: true),
        ]
    }

    /// The browser fills in the visitor's own address, never somebody else's.
    private func party(_ side: String, isUser: Bool) -> [FieldPlan] {
        func auto(_ token: String) -> String { isUser ? token : "off" }
        var plans = [
            FieldPlan("\(side).name", words("f_name"), autocomplete: auto("name")),
            FieldPlan(
                "\(side).company",
                words("f_company"),
                isOptional: true,
                autocomplete: auto("organization")
            ),
            FieldPlan("\(side).lines.0", words("f_line1"), autocomplete: auto("address-line1")),
            FieldPlan(
                "\(side).lines.1",
                words("f_line2"),
                isOptional: true,
                autocomplete: auto("address-line2")
            ),
            FieldPlan("\(side).postcode", words("f_postcode"), autocomplete: auto("postal-code")),
            FieldPlan(
                "\(side).locality",
                words("f_locality"),
                autocomplete: auto("address-level2")
            ),
            FieldPlan(
                "\(side).region",
                words("f_region"),
                isOptional: true,
                autocomplete: auto("address-level1")
            ),
        ]
        if isUser {
            let kinds = Choices.senderKinds(words)
            let country = FieldPlan(
                "sender.country",
                words("f_country"),
                .select(Choices.countries(words)),
                autocomplete: "country"
            )
            plans += [country, FieldPlan("senderKind", words("f_senderKind"), .select(kinds))]
        }
        plans += [
            FieldPlan(
                "\(side).phone",
                words("f_phone"),
                .phone,
                isOptional: true,
                hint: words("ask_phone_hint"),
                autocomplete: auto("tel")
            ),
            FieldPlan(
                "\(side).email",
                words("f_email"),
                .email,
                isOptional: true,
                autocomplete: auto("email")
            ),
        ]
        return plans
    }
}
