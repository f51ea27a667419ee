import Foundation
import Journal
import Mail
import Testing

@testable import Office

@Suite("What is kept for a while")
struct KeptStoreTests {
    private static let now = Moment(milliseconds: 1_795_000_000_000)
    private static let secret = Array("Ada Fox, 12 Mill Lane, Leeds".utf8)

    private func keeping(
        rooms: [KeptShelf: Int] = [:],
        _ body: (String, KeptStore) throws -> Void
    ) throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "kept-\(UUID().uuidString).sqlite").path
        defer { for end in ["", "-wal", "-shm"] { unsafe unlink(path + end) } }
        try body(path, try KeptStore(path: path, rooms: rooms))
    }

    private static func later(_ milliseconds: Int64) -> Moment {
        Moment(milliseconds: now.milliseconds + milliseconds)
    }

    @Test func outlivesARestartAndOpensForItsWordAlone() throws {
        try keeping { path, store in
            try store.begin("word", on: .answers, Self.secret, at: Self.now)
            let again = try KeptStore(path: path)
            #expect(try again.head("word", on: .answers, at: Self.now) == Self.secret)
            #expect(try again.head("other", on: .answers, at: Self.now) == nil)
            #expect(try again.head("word", on: .uploads, at: Self.now) == nil)
        }
    }

    @Test func liesOnTheDiskWithoutAWordOfIt() throws {
        try keeping { path, store in
            try store.begin("word-in-the-address", on: .uploads, Self.secret, at: Self.now)
            let isAdded = try store.add(
                Self.secret,
                part: 0,
                to: "word-in-the-address",
                on: .uploads
            )
            #expect(isAdded)
            try store.set(
                [KeptRow(place: 0, mark: 2, bytes: Self.secret)],
                of: "word-in-the-address",
                on: .uploads
            )
            for end in ["", "-wal"] {
                let bytes = try Data(contentsOf: URL(filePath: path + end))
                #expect(bytes.range(of: Data("Mill Lane".utf8)) == nil)
                #expect(bytes.range(of: Data("word-in-the-address".utf8)) == nil)
            }
        }
    }

    @Test func endsAfterItsLifeUnlessItIsChanged() throws {
        try keeping { _, store in
            let life = KeptShelf.answers.life
            try store.begin("a", on: .answers, [1], at: Self.now)
            #expect(try store.head("a", on: .answers, at: Self.later(life - 1)) == [1])
            #expect(try store.replace("a", on: .answers, [2], at: Self.later(life - 1)))
            #expect(try store.head("a", on: .answers, at: Self.later(life)) == [2])
            #expect(try store.head("a", on: .answers, at: Self.later(2 * life)) == nil)
            #expect(try !store.replace("a", on: .answers, [3], at: Self.later(2 * life)))
            try store.clear(at: Self.later(2 * life))
            #expect(try store.size(of: .answers).things == 0)
        }
    }

    @Test func letsTheOldestGoWhenThereAreTooMany() throws {
        try keeping { _, store in
            let limit = KeptShelf.uploads.limit
            try store.begin("visitor", on: .answers, [0], at: Self.now)
            for number in 0...limit {
                try store.begin("u\(number)", on: .uploads, [1], at: Self.later(Int64(number)))
            }
            #expect(try store.size(of: .uploads).things == limit)
            #expect(try store.head("u0", on: .uploads, at: Self.later(900)) == nil)
            #expect(try store.head("u1", on: .uploads, at: Self.later(900)) == [1])
            #expect(try store.head("visitor", on: .answers, at: Self.later(900)) == [0])
        }
    }

    @Test func staysWithinItsRoomOnTheDisk() throws {
        try keeping(rooms: [.uploads: 2_000]) { _, store in
            try store.begin("old", on: .uploads, [1], at: Self.now)
            #expect(
                try store.add([UInt8](repeating: 7, count: 1_000), part: 0, to: "old", on: .uploads)
            )
            try store.begin("new", on: .uploads, [1], at: Self.later(1))
            #expect(try store.head("old", on: .uploads, at: Self.later(2)) != nil)
            let part = [UInt8](repeating: 7, count: 1_000)
            #expect(try store.add(part, part: 0, to: "new", on: .uploads))
            #expect(try store.head("old", on: .uploads, at: Self.later(2)) == nil)
            #expect(try store.size(of: .uploads).bytes < 2_000)
            #expect(try !store.add(part, part: 1, to: "old", on: .uploads))
        }
    }

    @Test func givesPartsBackInOrderAndNothingThatWasMoved() throws {
        try keeping { _, store in
            try store.begin("f", on: .uploads, [], at: Self.now)
            for part in 0..<3 {
                #expect(try store.add([UInt8(part)], part: part, to: "f", on: .uploads))
            }
            let source = store.source("f", on: .uploads)
            #expect(try source() == [0])
            #expect(try source() == [1])
            #expect(try source() == [2])
            #expect(try source() == nil)
            let seal = KeptSeal("f", on: .uploads)
            let sealed = try seal.seal([1, 2], as: "part 0", .system)
            #expect(seal.open(sealed, as: "part 0") == [1, 2])
            #expect(seal.open(sealed, as: "part 1") == nil)
            #expect(KeptSeal("f", on: .answers).open(sealed, as: "part 0") == nil)
            #expect(seal.open(Array(sealed.dropLast()), as: "part 0") == nil)
            #expect(seal.open([1], as: "part 0") == nil)
        }
    }

    @Test func countsAndFindsRowsByTheirMark() throws {
        try keeping { _, store in
            try store.begin("f", on: .uploads, [], at: Self.now)
            let rows = (0..<5).map { KeptRow(place: $0, mark: $0 % 2, bytes: [UInt8($0)]) }
            try store.set(rows, of: "f", on: .uploads)
            try store.set([KeptRow(place: 4, mark: 3, bytes: nil)], of: "f", on: .uploads)
            #expect(try store.counts(of: "f", on: .uploads) == [0: 2, 1: 2, 3: 1])
            let odd = try store.rows(of: "f", on: .uploads, marked: [1], limit: 9)
            #expect(odd == [rows[1], rows[3]])
            let last = try store.rows(of: "f", on: .uploads, from: 3, limit: 9)
            #expect(last == [rows[3], KeptRow(place: 4, mark: 3, bytes: nil)])
            try store.remove("f", on: .uploads)
            #expect(try store.rows(of: "f", on: .uploads, limit: 9).isEmpty)
        }
    }
}
