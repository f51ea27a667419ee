import Glibc
package import Logging
import Mail
package import Office

/// One JSON object a line, on standard error.
package struct JSONLogHandler: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    private let clock: OfficeClock
    private let write: @Sendable (String) -> Void

    package init(
        level: Logger.Level,
        clock: OfficeClock,
        write: @escaping @Sendable (String) -> Void = { Self.toStandardError($0) }
    ) {
        logLevel = level
        self.clock = clock
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var members: [(String, JSONValue?)] = [
            ("time", .string(clock.now().text)), ("level", .string(event.level.rawValue)),
            ("message", .string(event.message.description)),
        ]
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        for (name, value) in all.sorted(by: { $0.key < $1.key }) {
            members.append((name, Self.json(value)))
        }
        write(JSONText.write(.members(members)) + "\n")
    }

    private static func json(_ value: Logger.Metadata.Value) -> JSONValue {
        switch value {
        case .stringConvertible(let value as Int): .integer(value)
        case .stringConvertible(let value as Double): .number("\(value)")
        default: .string("\(value)")
        }
    }

    /// A line is one call, so that lines of different threads do not mix.
    private static func toStandardError(_ line: String) {
        var line = line
        line.withUTF8 { bytes in
            _ = unsafe Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
        }
    }
}
