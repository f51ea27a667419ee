package import Mail

/// Which customs form an item bears, and why: the rows in order, the first that holds decides.
package enum FormTable {
    /// The form, and what is to be said about how it was found.
    package static func decide(
        _ item: MailItem,
        _ context: CheckContext
    ) -> (decision: FormDecision, findings: [Finding]) {
        let worth = item.declaration.map { Self.worth($0, context) }
        let decision = Self.decide(item, context, worth: worth)
        guard decision.reason == .sdrRateMissing, let currency = item.declaration?.lines.first
        else {
            return (decision, [])
        }
        let finding = Finding(
            .sdrRateMissing,
            at: "/contents/lines/0/currency",
            ["currency": currency.value.currency.code]
        )
        return (decision, [finding])
    }

    private static func decide(
        _ item: MailItem,
        _ context: CheckContext,
        worth: Worth?
    ) -> FormDecision {
        guard let declaration = item.declaration, let worth else {
            return FormDecision(form: .none, reason: .correspondenceOnly)
        }
        if CustomsArea.isOne(item.sender, item.addressee, on: context.day) {
            return FormDecision(form: .none, reason: .noCustomsBorder)
        }
        switch item.product {
        case .parcel: return FormDecision(form: .cp72, reason: .parcel)
        case .ecommerceParcel: return FormDecision(form: .cn23, reason: .ecommerceParcel)
        case .ems: return FormDecision(form: .cn23, reason: .ems)
        case .letter, .packet, .packetTracked, .registered, .insured: break
        }
        if item.grossWeight.grams > FormLimits.cn22Grams {
            return FormDecision(form: .cn23, reason: .overTwoKilograms)
        }
        if declaration.lines.count > FormLimits.cn22Lines {
            return FormDecision(form: .cn23, reason: .moreLinesThanCN22)
        }
        return switch worth {
        case .overLimit: FormDecision(form: .cn23, reason: .valueOverLimit)
        case .unknown: FormDecision(form: .cn23, reason: .sdrRateMissing)
        case .withinLimit: FormDecision(form: .cn22, reason: .valueWithinLimit)
        }
    }

    private enum Worth {
        case withinLimit
        case overLimit
        case unknown
    }

    /// A rate that the operator loaded decides, at or above 300 SDR; without one only a currency
    /// whose post has fixed an equivalent can be judged, above that amount.
    private static func worth(_ declaration: Declaration, _ context: CheckContext) -> Worth {
        let totals = declaration.totals
        guard totals.count == 1, let total = totals.first else { return .unknown }
        if let over = context.rates.isWorth(total, atLeast: cn23FromSDR, on: context.day) {
            return over ? .overLimit : .withinLimit
        }
        guard let fixed = FixedEquivalent.of(total.currency, on: context.day) else {
            return .unknown
        }
        return total.minorUnits > fixed.minorUnits ? .overLimit : .withinLimit
    }

    /// The form texts say both "over" and "from" 300 SDR; exactly 300 gets the fuller form.
    ///
    /// Source: explanatory text of CN 22 and CN 23; the choice at exactly 300 is ours.
    private static let cn23FromSDR = 300
}
