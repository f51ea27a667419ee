/// What somebody is in the office; what each may do is one table (`Office/Access`).
package enum Role: String, Hashable, Sendable, CaseIterable {
    case shipper
    case clerk
    case exchange
    case compliance
    case commander
    case auditor
    case admin
}
