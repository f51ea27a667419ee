/// A bucket and a prefix in it: `s3+https://host[:port]/bucket[/prefix][?region=name]`.
package struct S3Place: Hashable, Sendable {
    package let scheme: String
    package let host: String
    package let bucket: String
    /// Ends with a stroke unless it is empty.
    package let prefix: String
    package let region: String

    package init?(_ text: String) {
        guard text.hasPrefix("s3+https://") || text.hasPrefix("s3+http://") else { return nil }
        let parts = text.dropFirst(3).split(separator: "?", maxSplits: 1)
        guard let address = parts.first, let colon = address.firstRange(of: "://") else {
            return nil
        }
        scheme = String(address[..<colon.lowerBound])
        let words = address[colon.upperBound...].split(separator: "/").map(String.init)
        guard words.count >= 2, words.allSatisfy({ $0 != "." && $0 != ".." }) else { return nil }
        host = words[0]
        bucket = words[1]
        prefix = words.dropFirst(2).map { $0 + "/" }.joined()
        guard parts.count == 2 else {
            region = "us-east-1"
            return
        }
        guard parts[1].hasPrefix("region="), parts[1].count > 7 else { return nil }
        region = String(parts[1].dropFirst(7))
    }
}

extension S3Place: CustomStringConvertible {
    package var description: String {
        let folder = prefix.isEmpty ? "" : "/" + prefix.dropLast()
        let region = region == "us-east-1" ? "" : "?region=\(region)"
        return "s3+\(scheme)://\(host)/\(bucket)\(folder)\(region)"
    }
}
