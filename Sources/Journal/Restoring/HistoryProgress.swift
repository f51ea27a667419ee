/// How much of a restored journal's history is back.
package struct HistoryProgress: Hashable, Sendable {
    /// Entries that are here, of those that the restored tree has.
    package let back: UInt64
    package let total: UInt64
    /// Full bundles that are here from the first on.
    let followed: UInt64

    package var isWhole: Bool { back == total }

    package var text: String {
        isWhole ? "all \(total) entries, which are being posted" : "\(back) of \(total) entries"
    }

    /// The progress of a journal; nil where all of its history is here and was compared.
    package static func of(journal directory: String) throws(JournalFault) -> HistoryProgress? {
        let disk = PosixDisk(root: directory)
        return try RestoringRecord.load(on: disk)
            .map { (record) throws(JournalFault) in try HistoryProgress(record, on: disk) }
    }

    /// Bundles come back in order, so the end of them is found by doubling and halving.
    package init(_ record: RestoringRecord, on disk: any Disk) throws(JournalFault) {
        let first = record.firstBundle
        var (low, high) = (UInt64(0), first)
        while low < high {
            let middle = low + (high - low) / 2
            let path = TilePath(.entries, number: middle).path
            if try disk.read(path, upTo: 1).isEmpty { high = middle } else { low = middle + 1 }
        }
        followed = low
        total = record.size.count
        back = total - (first - low) * TilePath.span
    }

    /// Full bundles that are not here.
    package func missing(_ record: RestoringRecord) -> Range<UInt64> {
        followed..<max(followed, record.firstBundle)
    }
}

extension Disk {
    /// The first bytes of a file; none where there is no such file.
    fileprivate func read(_ path: String, upTo count: Int) throws(JournalFault) -> [UInt8] {
        do throws(JournalFault) {
            return try read(path, from: 0, count: count)
        } catch {
            guard try read(path) == nil else { throw error }
            return []
        }
    }
}
