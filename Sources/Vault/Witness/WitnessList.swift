package import Journal

/// The witnesses of a policy that have an address (C2SP tlog-policy).
package struct WitnessList: Sendable {
    package struct Witness: Hashable, Sendable {
        package var name: String
        package var key: VerifierKey
        package var url: String
    }

    package let policy: TlogPolicy
    package private(set) var witnesses: [Witness] = []

    package init(_ text: String) throws(TlogPolicy.Flaw) {
        policy = try TlogPolicy(text)
        for line in text.split(separator: "\n") {
            let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
            // What is no witness with an address, the policy has judged already.
            guard words.count == 4, words[0] == "witness", let key = policy.witnesses[words[1]]
            else { continue }
            let url = words[3].hasSuffix("/") ? String(words[3].dropLast()) : words[3]
            witnesses.append(Witness(name: words[1], key: key, url: url))
        }
    }
}
