package import Journal

/// Proves that an identity opens what it is to open, before the night on which it has to.
package enum RecoveryCheck {
    /// One file and how it went.
    package struct Line: Hashable, Sendable {
        /// Such as `keys/epochs/2026-11-personal-….age`.
        package let file: String
        /// Nil when it opened.
        package let flaw: String?
    }

    package struct Report: Hashable, Sendable {
        /// The public part of each identity that was given.
        package let recipients: [String]
        /// Whether one of them is among the office's recovery recipients.
        package let isRecovery: Bool
        /// The newest month that a data key in `keys/` is of, and opened.
        package let newest: String?
        package let lines: [Line]

        package var opened: Int { lines.count { $0.flaw == nil } }
        /// Every key opened, and there was one.
        package var isProven: Bool { newest != nil && lines.allSatisfy { $0.flaw == nil } }
    }

    /// Tries every wrapped key of the office, and what its escrows hold.
    ///
    /// Takes no lock, opens no journal, leaves nothing.
    package static func run(
        _ directory: OfficeDirectory,
        identities: [AgeIdentity]
    ) async throws -> Report {
        try OfficeReading.requireOffice(directory)
        let place = try OfficeOpening.place(directory)
        var lines: [Line] = []
        var newest: Epoch?
        for wrapped in try Keyring.wrappedKeys(in: place.keys.files) {
            let line = check(wrapped, identities, in: place.keys.files.path)
            if line.flaw == nil { newest = max(newest ?? wrapped.epoch, wrapped.epoch) }
            lines.append(line)
        }
        for escrow in place.escrows { lines += await check(escrow, identities) }
        let recovery = try place.keys.recovery()
        return Report(
            recipients: identities.map { "\($0.recipient)" },
            isRecovery: identities.contains { recovery.contains($0.recipient) },
            newest: newest.map { "\($0.month)" },
            lines: lines
        )
    }

    private static func check(
        _ wrapped: WrappedKey,
        _ identities: [AgeIdentity],
        in path: String
    ) -> Line {
        do throws(KeysFault) {
            _ = try wrapped.unwrap(identities, path: path)
            return Line(file: "\(path)/\(wrapped.name)", flaw: nil)
        } catch {
            return Line(file: "\(path)/\(wrapped.name)", flaw: error.detail)
        }
    }

    /// Older editions, wrapped to those who could recover the office then, live on until their
    /// lock ends; of each thing one edition that opens is enough.
    private static func check(_ escrow: any Escrow, _ identities: [AgeIdentity]) async -> [Line] {
        do throws(KeysFault) {
            var flaws: [String: String?] = [:]
            for copy in try await escrow.copies() {
                guard let file = try await escrow.read(copy.object) else { continue }
                let subject = KeysLayout.subject(copy.object)
                do throws(AgeFlaw) {
                    _ = try AgeFile.decrypt(file, with: identities)
                    flaws[subject] = .some(nil)
                } catch {
                    if flaws[subject] == nil { flaws[subject] = "\(error)" }
                }
            }
            return flaws.sorted { $0.key < $1.key }
                .map { Line(file: "\(escrow.name)/\($0.key)", flaw: $0.value) }
        } catch {
            return [Line(file: escrow.name, flaw: error.detail)]
        }
    }
}
