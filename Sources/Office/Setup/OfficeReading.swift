import Glibc

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

    /// - Throws: ``OfficeFault`` `settings_malformed`.
    package static func settings(
        _ directory: OfficeDirectory
    ) throws(OfficeFault) -> OfficeSettings {
        guard let bytes = try SmallFile.read(directory.settings) else { return OfficeSettings() }
        do {
            return try OfficeSettings(yaml: String(decoding: bytes, as: UTF8.self))
        } catch {
            throw OfficeFault(.settingsMalformed, error.description, hint: error.hint)
        }
    }
}

/// A file that is read whole: settings, a policy, a key.
package enum SmallFile {
    /// The bytes, or nothing where there is no such file.
    ///
    /// - Throws: ``OfficeFault`` `file_system`.
    package static func read(_ path: String) throws(OfficeFault) -> [UInt8]? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0, errno == ENOENT { return nil }
        guard descriptor >= 0 else { throw OutputFolder.fault("read", path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes {
                unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw OutputFolder.fault("read", path) }
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: chunk[..<count])
        }
    }
}
