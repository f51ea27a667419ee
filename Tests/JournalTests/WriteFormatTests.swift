import Foundation
import Testing

@testable import Journal

/// FORMAT.md's worked example of the tree, made again and found in the page.
@Suite("The format's worked example")
struct WriteFormatTests {
    private static let page: String = {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let path = root.appending(path: "Sources/Journal/FORMAT.md").path
        return (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    }()

    /// The example as the page prints it.
    private static func example() throws -> String {
        let key = try TestKeys.signing("posthorn.example/gb")
        let entries = ["one", "two", "three"].map { Array($0.utf8) }
        let leaves = entries.map { TreeHash.leaf($0) }
        var frontier = Frontier()
        for leaf in leaves { frontier.append(leaf) }
        let checkpoint = Checkpoint(
            origin: key.verifierKey.name,
            size: frontier.size,
            root: frontier.root
        )
        let signed = try SignedCheckpoint(checkpoint, signer: key)
        var framed: [UInt8] = []
        for entry in entries { Segment.frame(entry, into: &framed) }
        let segment = Segment(
            first: EntryIndex(0),
            count: 3,
            incarnation: 0x0102_0304_0506_0708,
            framed: framed,
            note: signed.note.bytes
        )
        let header = segment.encoded[..<Segment.headerLength]
        var lines = ["vkey    \(key.verifierKey)"]
        for (number, leaf) in leaves.enumerated() {
            lines.append("leaf \(number)  \(Hex.text(leaf.array))")
        }
        lines.append("root    \(Hex.text(frontier.root.array))")
        lines.append("bundle  \(Hex.text(framed))")
        lines.append("header  \(Hex.text(header[..<40]))")
        lines.append("        \(Hex.text(header[40...]))")
        lines.append("segment \(segment.length) bytes, then zeros up to \(segment.encoded.count)")
        let body = lines.map { "    \($0)" }.joined(separator: "\n")
        let note = String(decoding: signed.note.bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
        return "\(body)\n\nThe bundle is `tile/entries/000.p/3`, the three leaves in a row are "
            + "`tile/0/000.p/3`, and `checkpoint` is\n\n\(note)\n"
    }

    @Test("every byte of it is what this code writes")
    func isTrue() throws {
        let example = try Self.example()
        #expect(Self.page.contains(example), "expected in FORMAT.md:\n\(example)")
    }
}
