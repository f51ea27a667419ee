import Ledger
import Mail

/// Which requests were seen while one segment is put together.
///
/// A key that comes again with the same body is the same request, and finds what it made; with
/// another body it is refused.
struct RequestBook {
    private struct Name: Hashable {
        let author: Author
        let key: String
    }

    private var seen: [Name: String] = [:]

    mutating func refusal(
        _ results: [CheckStep.Result],
        _ ledger: LedgerStore
    ) throws -> DeskRefusal? {
        guard let request = results.first?.lodging.request, let key = request.key,
            let fingerprint = request.fingerprint
        else { return nil }
        let name = Name(author: request.author, key: key)
        let before = try seen[name] ?? ledger.request(request.author, key: key)?.fingerprint
        if let before, before != fingerprint { return .requestReused }
        seen[name] = fingerprint
        return nil
    }
}
