import Mail
import Rules

/// The rows of ``FindingCodeTests``: a clean lodgement with one thing spoiled.
enum FindingRows {
    typealias Row = FindingCodeTests.Row

    static let shape = [
        Row(.textNotAllowed, "/addressee/name") { $0.addressee.name = "Ada\u{202E}Fox" },
        Row(.textNotAllowed, "/contents/lines/0/description") {
            $0.contents?.lines[0].description = "Cotton\u{7}shirt"
        },
        Row(.productMissing, "/product") { $0.product = nil },
        Row(.productUnknown, "/product") { $0.product = "pigeon" },
        Row(.senderKindMissing, "/senderKind") { $0.senderKind = nil },
        Row(.senderKindUnknown, "/senderKind") { $0.senderKind = "club" },
    ]

    static let parties = [
        Row(.countryMissing, "/addressee/country") { $0.addressee.country = nil },
        Row(.countryMissing, "/sender/country") { $0.sender.country = nil },
        Row(.countryUnknown, "/addressee/country") { $0.addressee.country = "Poland" },
        Row(.countryUnknown, "/addressee/country") { $0.addressee.country = "UK" },
        Row(.destinationNotServed, "/addressee/country") { $0.addressee.country = "GB" },
        Row(.nameMissing, "/addressee/name") { $0.addressee.name = nil },
        Row(.partyPlaceholder, "/addressee/name") { $0.addressee.name = "N/A" },
        Row(.partyPlaceholder, "/addressee/locality") { $0.addressee.locality = "unknown" },
        Row(.partyPlaceholder, "/sender/lines/0") { $0.sender.lines = ["."] },
        Row(.addressLineMissing, "/addressee/lines") { $0.addressee.lines = [] },
        Row(.localityMissing, "/addressee/locality") { $0.addressee.locality = nil },
        Row(.regionMissing, "/addressee/region") { unitedStates(&$0, region: nil) },
        Row(.regionMissing, "/addressee/region", .warn) {
            $0.addressee.country = "IT"
            $0.addressee.postcode = "20121"
        },
        Row(.postcodeMissing, "/addressee/postcode") { $0.addressee.postcode = nil },
        Row(.postcodeMissing, "/addressee/postcode", .warn) {
            $0.addressee.country = "HU"
            $0.addressee.postcode = nil
        },
        Row(.postcodeMalformed, "/addressee/postcode") { $0.addressee.postcode = "3114" },
        Row(.phoneMissing, "/addressee/phone") { $0.addressee.phone = nil },
        Row(.taxIDIncomplete, "/sender/taxIDs/0") { taxID(&$0, "IOSS", nil) },
        Row(.taxIDMalformed, "/sender/taxIDs/0/value") { taxID(&$0, "IOSS", "IM372000022") },
    ]

    static let measures = [
        Row(.grossWeightMissing, "/grossWeight") { $0.grossWeight = nil },
        Row(.grossWeightInvalid, "/grossWeight") { $0.grossWeight = 0 },
        Row(.weightOverLimit, "/grossWeight") { $0.grossWeight = 5_001 },
        Row(.weightOverLimit, "/grossWeight") {
            $0.product = "parcel"
            $0.grossWeight = 31_501
        },
        Row(.sizeIncomplete, "/size") { size(&$0, 300, 200, nil) },
        Row(.sizeIncomplete, "/size") { size(&$0, 300, 200, 0) },
        Row(.sizeOverLimit, "/size") { size(&$0, 601, 20, 10) },
        Row(.sizeOverLimit, "/size") { size(&$0, 400, 300, 201) },
        Row(.sizeUnderLimit, "/size") { size(&$0, 139, 90, 5) },
        Row(.currencyMissing, "/postage/currency") { $0.postage = amount("1.00", nil) },
        Row(.currencyUnknown, "/postage/currency") { $0.postage = amount("1.00", "XXX") },
        Row(.amountMalformed, "/postage/amount") { $0.postage = amount("1,00", "GBP") },
        Row(.amountMalformed, "/insuredValue/amount") { $0.insuredValue = amount(nil, "GBP") },
        Row(.insuredValueMissing, "/insuredValue") { $0.product = "insured" },
        Row(.dutiesPayerUnknown, "/dutiesPaidBy") { $0.dutiesPaidBy = "nobody" },
        Row(.nonDeliveryMissing, "/onNonDelivery") { $0.product = "parcel" },
        Row(.nonDeliveryUnknown, "/onNonDelivery") { $0.onNonDelivery = "burn" },
        Row(.postingDateMalformed, "/postingDate") { $0.postingDate = "2026-02-29" },
    ]

    static let contents = [
        Row(.contentsMissing, "/contents/lines") { $0.contents?.lines = [] },
        Row(.contentsMissing, "/contents/lines") {
            $0.product = "parcel"
            $0.contents = nil
        },
        Row(.natureMissing, "/contents/nature") { $0.contents?.nature = nil },
        Row(.natureUnknown, "/contents/nature") { $0.contents?.nature = "present" },
        Row(.natureUnexplained, "/contents/explanation") { $0.contents?.nature = "other" },
        Row(.natureGiftCommercial, "/contents/nature") { $0.contents?.nature = "gift" },
        Row(.natureIsGoods, "/contents/nature") { $0.contents?.nature = "correspondence" },
        Row(.lineWeightsOverGross, "/grossWeight") { $0.grossWeight = 699 },
        Row(.currencyMixed, "/contents/lines/1/currency") {
            $0.grossWeight = 2_000
            $0.contents?.lines.append(Sample.line { $0.currency = "EUR" })
        },
        Row(.sdrRateMissing, "/contents/lines/0/currency") {
            $0.contents?.lines[0].currency = "EUR"
        },
    ]

    static let lines = [
        line(.descriptionMissing, "description") { $0.description = nil },
        line(.descriptionVague, "description") { $0.description = "Gifts" },
        line(.descriptionNotSpecific, "description") { $0.description = "Cotton clothes, black" },
        line(.quantityMissing, "quantity") { $0.quantity = nil },
        line(.quantityInvalid, "quantity") { $0.quantity = 0 },
        line(.lineWeightMissing, "lineNetWeight") { $0.lineNetWeight = nil },
        line(.lineWeightInvalid, "lineNetWeight") { $0.lineNetWeight = -1 },
        line(.currencyMissing, "currency") { $0.currency = nil },
        line(.currencyUnknown, "currency") { $0.currency = "XBT" },
        line(.valueMissing, "lineValue") { $0.lineValue = nil },
        line(.valueMalformed, "lineValue") { $0.lineValue = "58.001" },
        line(.valueInvalid, "lineValue") { $0.lineValue = "0.00" },
        line(.tariffCodeMissing, "tariffCode") { $0.tariffCode = nil },
        line(.tariffCodeMalformed, "tariffCode") { $0.tariffCode = "61102" },
        line(.tariffCodeUnknown, "tariffCode") { $0.tariffCode = "611099" },
        line(.originMissing, "origin") { $0.origin = nil },
        line(.originUnknown, "origin") { $0.origin = "England" },
        line(.productIdentifierMissing, "sku") { $0.sku = nil },
        line(.gtinMalformed, "gtin") { $0.gtin = "4006381333932" },
        Row(.tariffCodeShort, "/contents/lines/0/tariffCode") { unitedStates(&$0, region: "OR") },
        Row(.tariffCodeMissing, "/contents/lines/0/tariffCode", .warn) {
            $0.senderKind = "private"
            $0.contents?.lines[0].tariffCode = nil
        },
    ]

    private static func line(
        _ code: FindingCode,
        _ field: String,
        _ spoil: @escaping @Sendable (inout LodgedLine) -> Void
    ) -> Row {
        Row(code, "/contents/lines/0/" + field) {
            $0.contents = Sample.contents([Sample.line(spoil)])
        }
    }

    private static func unitedStates(_ lodgement: inout Lodgement, region: String?) {
        lodgement.addressee.country = "US"
        lodgement.addressee.locality = "Portland"
        lodgement.addressee.region = region
        lodgement.addressee.postcode = "97201"
    }

    private static func taxID(_ lodgement: inout Lodgement, _ kind: String?, _ value: String?) {
        var taxID = LodgedTaxID()
        taxID.kind = kind
        taxID.value = value
        lodgement.sender.taxIDs = [taxID]
    }

    private static func size(
        _ lodgement: inout Lodgement,
        _ length: Int?,
        _ width: Int?,
        _ height: Int?
    ) {
        var size = LodgedSize()
        size.length = length
        size.width = width
        size.height = height
        lodgement.size = size
    }

    private static func amount(_ amount: String?, _ currency: String?) -> LodgedAmount {
        var lodged = LodgedAmount()
        lodged.amount = amount
        lodged.currency = currency
        return lodged
    }
}
