import Office

/// What `/readyz` says: one word, or a line for each thing that was looked at.
enum ReadinessText {
    static func text(_ health: OfficeHealth, isVerbose: Bool) -> String {
        let verdict = health.isReady ? "ready\n" : "not ready\n"
        guard isVerbose || !health.isReady else { return verdict }
        let lines = health.checks.map { check in
            "\(check.isWell ? "[+]" : "[-]") \(check.name): \(check.detail)\n"
        }
        return lines.joined() + verdict
    }
}
