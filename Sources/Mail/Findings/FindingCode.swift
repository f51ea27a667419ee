/// Everything that can be said about a lodgement, in precedence order: when one code must stand for
/// a report, it is the first of these.
///
/// The raw values are frozen: scripts and partners read them. `docs/RULES.md` has a heading for each.
package enum FindingCode: String, Hashable, Sendable, CaseIterable {
    // The shape of what came in.
    case rowMalformed = "row_malformed"
    case rowsDisagree = "rows_disagree"
    case fieldUnknown = "field_unknown"
    case fieldMalformed = "field_malformed"
    case textNotAllowed = "text_not_allowed"
    // The item.
    case productMissing = "product_missing"
    case productUnknown = "product_unknown"
    case senderKindMissing = "sender_kind_missing"
    case senderKindUnknown = "sender_kind_unknown"
    // Sender and addressee.
    case countryMissing = "country_missing"
    case countryUnknown = "country_unknown"
    case destinationNotServed = "destination_not_served"
    case nameMissing = "name_missing"
    case partyPlaceholder = "party_placeholder"
    case addressLineMissing = "address_line_missing"
    case localityMissing = "locality_missing"
    case regionMissing = "region_missing"
    case postcodeMissing = "postcode_missing"
    case postcodeMalformed = "postcode_malformed"
    case phoneMissing = "phone_missing"
    case taxIDIncomplete = "tax_id_incomplete"
    case taxIDMalformed = "tax_id_malformed"
    // Weight and size.
    case grossWeightMissing = "gross_weight_missing"
    case grossWeightInvalid = "gross_weight_invalid"
    case weightOverLimit = "weight_over_limit"
    case sizeIncomplete = "size_incomplete"
    case sizeOverLimit = "size_over_limit"
    case sizeUnderLimit = "size_under_limit"
    // Contents.
    case contentsMissing = "contents_missing"
    case natureMissing = "nature_missing"
    case natureUnknown = "nature_unknown"
    case natureUnexplained = "nature_unexplained"
    case natureGiftCommercial = "nature_gift_commercial"
    case natureIsGoods = "nature_is_goods"
    case descriptionMissing = "description_missing"
    case descriptionVague = "description_vague"
    case descriptionNotSpecific = "description_not_specific"
    case quantityMissing = "quantity_missing"
    case quantityInvalid = "quantity_invalid"
    case lineWeightMissing = "line_weight_missing"
    case lineWeightInvalid = "line_weight_invalid"
    case lineWeightsOverGross = "line_weights_over_gross"
    case currencyMissing = "currency_missing"
    case currencyUnknown = "currency_unknown"
    case currencyMixed = "currency_mixed"
    case valueMissing = "value_missing"
    case valueMalformed = "value_malformed"
    case valueInvalid = "value_invalid"
    case tariffCodeMissing = "tariff_code_missing"
    case tariffCodeMalformed = "tariff_code_malformed"
    case tariffCodeUnknown = "tariff_code_unknown"
    case tariffCodeShort = "tariff_code_short"
    case originMissing = "origin_missing"
    case originUnknown = "origin_unknown"
    case productIdentifierMissing = "product_identifier_missing"
    case gtinMalformed = "gtin_malformed"
    // Money, duties, dates.
    case amountMalformed = "amount_malformed"
    case dutiesPayerUnknown = "duties_payer_unknown"
    case nonDeliveryMissing = "non_delivery_missing"
    case nonDeliveryUnknown = "non_delivery_unknown"
    case postingDateMalformed = "posting_date_malformed"
    case insuredValueMissing = "insured_value_missing"
    // What the papers and messages can carry.
    case textDoesNotFit = "text_does_not_fit"
    case characterNotPrintable = "character_not_printable"
    case characterNotSendable = "character_not_sendable"
    case sdrRateMissing = "sdr_rate_missing"
    // What the office decides.
    case referenceReused = "reference_reused"
    case numbersExhausted = "numbers_exhausted"
    case laneClosed = "lane_closed"
    case laneLimited = "lane_limited"
    case laneHeld = "lane_held"
    case laneDiverted = "lane_diverted"
    // While a restored office's history is on its way.
    case notYetBack = "not_yet_back"
    case historyIncomplete = "history_incomplete"

    /// The severity of this code where no rule book says otherwise.
    package var severity: Severity {
        switch self {
        case .phoneMissing, .taxIDMalformed, .natureIsGoods, .descriptionNotSpecific,
            .tariffCodeShort, .productIdentifierMissing, .gtinMalformed, .nonDeliveryMissing,
            .sdrRateMissing, .historyIncomplete:
            .warn
        case .laneHeld, .laneDiverted: .hold
        default: .refuse
        }
    }

    /// Whether it refuses because of where the item goes, not because of what is wrong with it.
    package var isOfLane: Bool { self == .laneClosed || self == .laneLimited }

    /// The place of this code in the precedence order, from zero.
    package var precedence: Int { Self.places[self, default: Self.allCases.count] }

    private static let places = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) }
    )
}
