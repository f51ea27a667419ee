import Yams

/// Who vouches for the journal's growth: `witnesses:` in `office.yaml`.
///
/// ```yaml
/// witnesses:
///   policy: witnesses.policy    # a tlog-policy file, from the office's folder
///   maxAge: 3600                # seconds after which a cosignature is an alarm
/// ```
package struct WitnessSettings: Hashable, Sendable {
    /// The policy's file; nil for an office without witnesses.
    package private(set) var policy: String?
    /// In seconds.
    package private(set) var maxAge = 3600

    package init() {}

    private static let hint = "write `witnesses: { policy: witnesses.policy, maxAge: 3600 }`"

    /// Reads what stands behind `witnesses:`.
    init(_ node: Node?) throws(OfficeSettings.Flaw) {
        guard let node, node.null == nil else { return }
        let value = node.any
        guard let keys = value as? [String: Any] else {
            throw Self.flaw("expected `policy:` and `maxAge:`, found '\(value)'")
        }
        for (key, value) in keys {
            switch key {
            case "policy":
                guard let path = value as? String, !path.isEmpty else {
                    throw Self.flaw("policy: expected a file, found '\(value)'")
                }
                policy = path
            case "maxAge":
                guard let seconds = value as? Int, (60...604_800).contains(seconds) else {
                    throw Self.flaw("maxAge: expected 60 to 604800 seconds, found '\(value)'")
                }
                maxAge = seconds
            default: throw Self.flaw("no setting is named '\(key)'")
            }
        }
        guard policy != nil else { throw Self.flaw("expected a policy, found none") }
    }

    private static func flaw(_ detail: String) -> OfficeSettings.Flaw {
        OfficeSettings.Flaw(description: "office.yaml: witnesses: \(detail)", hint: hint)
    }

    /// The policy's path, from the office's folder where it is relative.
    package func policyPath(in directory: OfficeDirectory) -> String? {
        policy.map { $0.hasPrefix("/") ? $0 : directory.root + "/" + $0 }
    }
}
