/// Why the ledger could not be opened or posted to.
///
/// The remedy is always the same: it is disposable.
package struct LedgerFault: Error, CustomStringConvertible {
    package let path: String
    package let underlying: String

    package var description: String {
        "ledger \(path): \(underlying)\nhint: stop the office, delete \(path) and start again;"
            + " the ledger is posted anew from the journal"
    }
}
