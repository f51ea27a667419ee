/// The text format of Prometheus, version 0.0.4.
struct PrometheusText {
    enum Kind: String {
        case counter
        case gauge
        case histogram
    }

    typealias Labels = [String: String]

    private(set) var lines = ""

    /// Nothing is written of a metric that has no sample yet.
    mutating func metric(
        _ name: String,
        _ kind: Kind,
        _ help: String,
        _ samples: [(labels: Labels, value: Double)]
    ) {
        guard !samples.isEmpty else { return }
        head(name, kind, help)
        let rows = samples.map { name + Self.text($0.labels) + " " + Self.text($0.value) + "\n" }
        lines += rows.sorted().joined()
    }

    mutating func histogram(
        _ name: String,
        _ help: String,
        _ samples: [(labels: Labels, latency: Telemetry.Latency)]
    ) {
        guard !samples.isEmpty else { return }
        head(name, .histogram, help)
        for (labels, latency) in samples.sorted(by: { Self.text($0.labels) < Self.text($1.labels) })
        {
            var sum: UInt64 = 0
            for (bound, count) in zip(Telemetry.Latency.bounds, latency.counts) {
                sum += count
                let labels = labels.merging(["le": Self.text(bound)]) { $1 }
                lines += "\(name)_bucket\(Self.text(labels)) \(sum)\n"
            }
            let all = labels.merging(["le": "+Inf"]) { $1 }
            lines += "\(name)_bucket\(Self.text(all)) \(latency.count)\n"
            lines += "\(name)_sum\(Self.text(labels)) \(Self.text(latency.sum))\n"
            lines += "\(name)_count\(Self.text(labels)) \(latency.count)\n"
        }
    }

    private mutating func head(_ name: String, _ kind: Kind, _ help: String) {
        lines += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    private static func text(_ labels: Labels) -> String {
        guard !labels.isEmpty else { return "" }
        let pairs = labels.sorted { $0.key < $1.key }
            .map { name, value in
                name + "=\"" + value.map(escaped).joined() + "\""
            }
        return "{" + pairs.joined(separator: ",") + "}"
    }

    private static func escaped(_ character: Character) -> String {
        switch character {
        case "\\": "\\\\"
        case "\"": "\\\""
        case "\n": "\\n"
        default: String(character)
        }
    }

    private static func text(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
    }
}
