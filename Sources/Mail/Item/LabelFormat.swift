/// The label stock in the printer.
package enum LabelFormat: String, Hashable, Sendable, CaseIterable {
    /// 100 × 150 mm.
    case mm100x150 = "100x150"
    /// A6, 105 × 148 mm.
    case a6
}
