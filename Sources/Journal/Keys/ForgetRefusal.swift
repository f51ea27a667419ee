/// Why a month's personal data is not forgotten now, in order of precedence.
package enum ForgetRefusal: Error, Hashable, Sendable {
    /// State is never forgotten: the office could not be rebuilt.
    case stateIsKept(Epoch)
    /// The month is not over yet.
    case monthNotOver(Epoch)
    /// The journal opened no epoch of that month and class.
    case unknownEpoch(Epoch)
    /// Something of that month still has to be carried, answered or paid.
    case itemsOpen(Epoch, count: Int)
    /// Two people have to type the epoch's name.
    case needsConfirmation(Epoch, given: Int)

    /// The stable code.
    package var code: String {
        switch self {
        case .stateIsKept: "state_is_kept"
        case .monthNotOver: "month_not_over"
        case .unknownEpoch: "unknown_epoch"
        case .itemsOpen: "items_open"
        case .needsConfirmation: "needs_confirmation"
        }
    }
}

extension ForgetRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .stateIsKept(let epoch): "\(epoch): state is never forgotten"
        case .monthNotOver(let epoch):
            "\(epoch): the month is not over\nhint: wait until it is, and for its retention to end"
        case .unknownEpoch(let epoch): "\(epoch): the journal has no such epoch"
        case .itemsOpen(let epoch, let count):
            "\(epoch): expected no open items, found \(count)\nhint: close or cancel them first"
        case .needsConfirmation(let epoch, let given):
            "\(epoch): expected confirmation by 2 people, found \(given)\n"
                + "hint: each gives a name and types \(epoch)"
        }
    }
}
