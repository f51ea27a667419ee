import Journal
import Office

/// What looking after a vault found, for people and for programs.
enum WatchText {
    static func text(_ mark: WatchMark) -> String {
        var lines: [String] = []
        for kind in WatchMark.Kind.allCases {
            guard let done = mark[kind].done else { continue }
            lines.append("\(kind.rawValue) looked at \(done)")
        }
        if let whole = mark.whole { lines.append("every byte read again by \(whole)") }
        lines += mark.alarms.map { "ALARM \($0)" }
        return lines.map { "\n  \($0)" }.joined()
    }

    static func json(_ mark: WatchMark) -> String {
        let looks = WatchMark.Kind.allCases.map { kind in
            (kind.rawValue, mark[kind].done.map { "\($0.seconds)" } ?? "null")
        }
        return JSONLine.object(
            looks + [
                ("counts", mark.isVault.map { "\($0)" } ?? "null"),
                ("whole", mark.whole.map { "\($0.seconds)" } ?? "null"),
                ("alarms", "[" + mark.alarms.map(JSONLine.text).joined(separator: ",") + "]"),
            ]
        )
    }
}
