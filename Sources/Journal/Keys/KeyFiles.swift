/// Where small secret files lie: the office's `keys/` folder, an escrow, or memory in a test.
///
/// Names are relative, at most one folder deep. Files are of mode 0600 in folders of mode 0700.
package protocol KeyFiles: Sendable {
    /// What the folder is called in messages.
    var path: String { get }

    /// The names of the files in `folder` (empty for the top), sorted; a missing folder has none.
    func names(in folder: String) throws(KeysFault) -> [String]

    /// The bytes of a file, or nil when there is none.
    func read(_ name: String) throws(KeysFault) -> [UInt8]?

    /// Writes or replaces a file: durable, and old or new as a whole, whatever happens.
    func write(_ name: String, _ bytes: [UInt8]) throws(KeysFault)

    /// Removes a file durably; a missing one is fine.
    func remove(_ name: String) throws(KeysFault)
}
