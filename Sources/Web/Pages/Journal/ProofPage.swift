import Hummingbird
import Mail
import Office

/// A receipt that proves an entry to anybody, offline.
struct ProofPage {
    let visit: Visit

    /// The file is called `name` with the ending that proofs have.
    func answer(_ entry: UInt64, name: String) async throws -> Response {
        guard let proof = try await visit.office.receipt(of: entry) else {
            var response = try visit.answer(
                Page(
                    template: "problem",
                    title: visit.words("journal_pending_title"),
                    values: ["paragraphs": [visit.words("journal_pending_1")]],
                    status: .serviceUnavailable
                )
            )
            response.headers[.retryAfter] = "2"
            return response
        }
        return visit.file(proof, type: "text/plain; charset=utf-8", name: name + ".tlog-proof")
    }
}
