import Glibc
import Journal

/// Looks at an office without opening it for work.
package enum OfficeReading {
    /// - Throws: ``OfficeFault`` `office_missing`.
    package static func requireOffice(_ directory: OfficeDirectory) throws(OfficeFault) {
        guard unsafe access(directory.journal + "/vkey", F_OK) == 0 else {
            throw OfficeFault(
                .officeMissing,
                "no office in \(directory.root)",
                hint: "make one with `posthorn init \(directory.root)`, or name yours with --office"
            )
        }
    }

    /// The office's settings, with what the sources overrule.
    ///
    /// - Throws: ``OfficeFault`` `settings_malformed`.
    package static func settings(
        _ directory: OfficeDirectory,
        sources: SettingSources = .file
    ) throws(OfficeFault) -> OfficeSettings {
        let bytes = try SmallFile.read(directory.settings) ?? []
        do {
            return try OfficeSettings(
                yaml: String(decoding: bytes, as: UTF8.self),
                sources: sources,
                root: directory.root
            )
        } catch {
            throw OfficeFault(.settingsMalformed, error.description, hint: error.hint)
        }
    }

    /// The journal's name, as its key beside the log says it.
    static func origin(_ directory: OfficeDirectory) throws(OfficeFault) -> String {
        do throws(JournalFault) {
            return try JournalReader(directory: directory.journal).checkpoint.checkpoint.origin
        } catch { throw OfficeFault(error, in: directory) }
    }

    static func unfinished(_ directory: OfficeDirectory) -> OfficeFault {
        OfficeFault(
            .officeMissing,
            "\(directory.root) was never finished",
            hint: "remove it and run `posthorn init` again; nothing was lodged in it"
        )
    }
}
