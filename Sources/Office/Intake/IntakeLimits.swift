/// How large the parts of a lodgement file may be.
///
/// Every bound is on what is held in memory at once; the file itself may be of any length.
package enum IntakeLimits {
    /// Bytes of one cell.
    package static let cell = 64 * 1024
    /// Bytes of one row.
    package static let row = 1024 * 1024
    package static let columns = 1000
    /// Rows that one reference may span: content lines of one item.
    package static let rowsOfOneItem = 999
    /// Bytes of one JSON item.
    package static let element = 1024 * 1024
    /// Bytes of a malformed row that are echoed.
    static let echo = 4096
}
