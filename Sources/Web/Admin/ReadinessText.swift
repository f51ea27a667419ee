import Office

/// What `/readyz` says: one word, or a line for each thing that was looked at.
enum ReadinessText {
    /// `alarms` are about copies elsewhere: the office works, and somebody has to know.
    static func text(_ health: OfficeHealth, alarms: [String] = [], isVerbose: Bool) -> String {
        let verdict = health.isReady ? "ready\n" : "not ready\n"
        guard isVerbose || !health.isReady else { return verdict }
        let lines = health.checks.map { check in
            "\(check.isWell ? "[+]" : "[-]") \(check.name): \(check.detail)\n"
        }
        return (lines + alarms.map { "[!] \($0)\n" }).joined() + verdict
    }
}
