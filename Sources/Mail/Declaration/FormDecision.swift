/// The customs form an item bears.
package enum DeclarationForm: String, Hashable, Sendable, CaseIterable {
    case none
    case cn22
    case cn23
    /// The manifold set that holds customs declaration and dispatch note (CP 71).
    case cp72
}

/// Why the item bears that form.
///
/// The first reason that holds is the one given.
package enum FormReason: String, Hashable, Sendable, CaseIterable {
    case correspondenceOnly = "correspondence_only"
    /// Goods that cross no customs border between these two places.
    case noCustomsBorder = "no_customs_border"
    case parcel = "parcel"
    case ecommerceParcel = "ecommerce_parcel"
    case ems = "ems"
    case overTwoKilograms = "over_two_kilograms"
    case moreLinesThanCN22 = "more_lines_than_cn22"
    case valueOverLimit = "value_over_limit"
    case sdrRateMissing = "sdr_rate_missing"
    case valueWithinLimit = "value_within_limit"
}

/// A form with its reason.
package struct FormDecision: Hashable, Sendable {
    package let form: DeclarationForm
    package let reason: FormReason

    package init(form: DeclarationForm, reason: FormReason) {
        self.form = form
        self.reason = reason
    }
}
