package import Journal
import Mail

/// Where the state of watching lies between two runs: `watch.json` in the office; may be lost.
package enum WatchFile {
    private static let name = "watch.json"

    package static func read(
        _ directory: OfficeDirectory,
        terms: WatchTerms = WatchTerms()
    ) -> WatchMachine {
        let bytes = (try? SmallFile.read("\(directory.root)/\(name)")) ?? nil
        return WatchMachine(bytes ?? [], terms)
    }

    /// Not synced: what a crash takes is looked at again.
    package static func write(
        _ machine: WatchMachine,
        _ directory: OfficeDirectory
    ) throws(OfficeFault) {
        try OutputFolder(directory.root).write(JSONText.bytes(machine.json), to: name)
    }

    /// Records that every byte of a vault was read just now: by `posthorn vault verify`.
    package static func recordWhole(
        _ vault: String,
        errors: Int,
        in directory: OfficeDirectory,
        at now: UnixTime
    ) throws(OfficeFault) {
        var machine = read(directory)
        machine.name(Array(machine.vaults.keys) + [vault], at: now)
        machine.swept(vault, 0..<0, errors: errors, isLast: true, at: now)
        try write(machine, directory)
    }
}
