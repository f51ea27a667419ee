/// What the customer buys.
///
/// The name is the one every channel uses.
package enum Product: String, Hashable, Sendable, CaseIterable {
    case letter
    case packet
    case packetTracked = "packet-tracked"
    case registered
    case insured
    case parcel
    case ecommerceParcel = "ecommerce-parcel"
    case ems

    /// The first letter of the S10 service indicators this product draws from.
    ///
    /// Source: the service indicator table of S10-12; U is for untracked letter post that bears a
    /// customs declaration, so it is drawn only for goods.
    package var serviceLetter: Character {
        switch self {
        case .letter, .packet: "U"
        case .packetTracked: "L"
        case .registered: "R"
        case .insured: "V"
        case .parcel: "C"
        case .ecommerceParcel: "H"
        case .ems: "E"
        }
    }

    /// Letter post may carry a CN 22; parcels and EMS never do.
    package var isLetterPost: Bool {
        switch self {
        case .letter, .packet, .packetTracked, .registered, .insured: true
        case .parcel, .ecommerceParcel, .ems: false
        }
    }

    /// Whether an item of this product has an S10 even when it holds only correspondence.
    package var isAlwaysNumbered: Bool {
        switch self {
        case .letter, .packet: false
        case .packetTracked, .registered, .insured, .parcel, .ecommerceParcel, .ems: true
        }
    }
}
