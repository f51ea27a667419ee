import ArgumentParser
import Foundation
import Mail
import Office

/// The office a command works on.
struct OfficeOption: ParsableArguments {
    @Option(name: .customLong("office"), help: "The office's data directory.")
    var path = "office"

    var directory: OfficeDirectory { OfficeDirectory(path) }
}

extension OfficeClock {
    /// The machine's clock; the only place of this command that reads it.
    static let machine = OfficeClock {
        Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }
}

/// An item identifier as an argument, in any of the ways people write one.
struct ItemArgument: ExpressibleByArgument {
    let id: ItemID

    init?(argument: String) {
        guard let id = ItemID(argument) else { return nil }
        self.id = id
    }
}
