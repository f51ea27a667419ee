/// Which lanes a rule speaks of; what is left open holds for all.
package struct LaneSelector: Hashable, Sendable {
    package let destination: LaneDestination?
    package let product: Product?
    package let channel: Channel?
    package let kind: SenderKind?
    /// Items that need customs data, or that need none.
    package let data: Bool?

    package init(
        destination: LaneDestination? = nil,
        product: Product? = nil,
        channel: Channel? = nil,
        kind: SenderKind? = nil,
        data: Bool? = nil
    ) {
        self.destination = destination
        self.product = product
        self.channel = channel
        self.kind = kind
        self.data = data
    }

    package static let any = LaneSelector()

    /// Why a text selects nothing.
    package struct Flaw: Error, Hashable, Sendable, CustomStringConvertible {
        package let expected: String
        package let found: String

        package var description: String { "expected \(expected), found '\(found)'" }
    }

    /// Reads `dest=US,product=parcel,channel=api,kind=business,data=yes`, or `any`.
    ///
    /// - Throws: ``Flaw``.
    package init(_ text: String) throws(Flaw) {
        var parts: [String: String] = [:]
        if text != "any" {
            for part in text.split(separator: ",", omittingEmptySubsequences: false) {
                let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
                guard sides.count == 2, Self.names.contains(sides[0]), parts[sides[0]] == nil else {
                    throw Flaw(
                        expected: "NAME=VALUE with each of \(Self.names.joined(separator: ", "))"
                            + " at most once, or any",
                        found: String(part)
                    )
                }
                parts[sides[0]] = sides[1]
            }
        }
        func read<Value>(
            _ name: String,
            _ expected: String,
            _ convert: (String) -> Value?
        ) throws(Flaw) -> Value? {
            guard let text = parts[name] else { return nil }
            guard let value = convert(text) else { throw Flaw(expected: expected, found: text) }
            return value
        }
        self.init(
            destination: try read(
                "dest",
                "a country such as US, several such as FR+DE, eu, or territory:eu"
            ) { LaneDestination($0) },
            product: try read("product", Self.choices(Product.self)) { Product(rawValue: $0) },
            channel: try read("channel", Self.choices(Channel.self)) { Channel(rawValue: $0) },
            kind: try read("kind", Self.choices(SenderKind.self)) { SenderKind(rawValue: $0) },
            data: try read("data", "yes or no") { ["yes": true, "no": false][$0] }
        )
    }

    private static let names = ["dest", "product", "channel", "kind", "data"]

    private static func choices<Code: RawRepresentable<String> & CaseIterable>(
        _ code: Code.Type
    ) -> String {
        "one of " + code.allCases.map(\.rawValue).joined(separator: ", ")
    }

    /// As it is recorded and counted under: two selectors of the same lanes have one text.
    package var text: String { written(destination?.text) }

    /// As a person reads it.
    package var name: String { written(destination?.name) }

    private func written(_ destination: String?) -> String {
        let parts = [
            destination.map { "dest=" + $0 }, product.map { "product=" + $0.rawValue },
            channel.map { "channel=" + $0.rawValue }, kind.map { "kind=" + $0.rawValue },
            data.map { "data=" + ($0 ? "yes" : "no") },
        ]
        let said = parts.compactMap(\.self)
        return said.isEmpty ? "any" : said.joined(separator: ",")
    }

    package func contains(_ key: LaneKey) -> Bool {
        if let product, product != key.product { return false }
        if let data, data != key.data { return false }
        if let channel, channel != key.channel { return false }
        if let kind, kind != key.kind { return false }
        return destination?.contains(key) ?? true
    }

    /// Whether it may speak of correspondence, which needs no customs data.
    package var reachesLetters: Bool { data != true }

    /// How much is said, in the order in which it counts: destination first, then product, customs
    /// data, channel and kind of customer.
    var specificity: Int {
        (destination?.rank ?? 0) * 16 + (product == nil ? 0 : 8) + (data == nil ? 0 : 4)
            + (channel == nil ? 0 : 2) + (kind == nil ? 0 : 1)
    }
}
