import Glibc

/// File descriptors and errors, in Swift's terms.
enum PosixCalls {
    static func fault(_ call: String, _ path: String, errno number: Int32 = errno) -> JournalFault {
        let text = unsafe String(cString: strerror(number))
        if number == ENOSPC || number == EDQUOT {
            return JournalFault(
                .diskFull,
                path: path,
                "\(call): \(text.lowercased())",
                hint: "free space on this disk, then start again; nothing acknowledged is lost"
            )
        }
        return JournalFault(
            .io,
            path: path,
            "\(call): \(text.lowercased())",
            hint: "check the disk and its permissions, then start again"
        )
    }

    /// Runs a call again when a signal cut it short.
    static func retrying(_ call: () -> Int) -> Int {
        while true {
            let result = call()
            if result != -1 || errno != EINTR { return result }
        }
    }

    static func open(_ path: String, _ flags: Int32, mode: mode_t = 0o644) -> Int32 {
        Int32(retrying { Int(unsafe Glibc.open(path, flags | O_CLOEXEC, mode)) })
    }

    /// Reads until `count` bytes or the end of the file.
    static func read(
        _ file: Int32,
        from offset: Int,
        count: Int,
        path: String
    ) throws(JournalFault) -> [UInt8] {
        var failure: JournalFault?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let rest = unsafe UnsafeMutableRawBufferPointer(
                    rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...]
                )
                let got = retrying {
                    unsafe pread(file, rest.baseAddress, rest.count, offset + filled)
                }
                if got == -1 { failure = fault("pread", path) }
                guard got > 0 else { break }
                filled += got
            }
        }
        if let failure { throw failure }
        return bytes
    }

    static func write(
        _ file: Int32,
        _ bytes: [UInt8],
        at offset: Int,
        path: String
    ) throws(JournalFault) {
        var done = 0
        while done < bytes.count {
            let wrote = retrying {
                unsafe bytes.withUnsafeBytes { raw in
                    let rest = unsafe UnsafeRawBufferPointer(rebasing: raw[done...])
                    return unsafe pwrite(file, rest.baseAddress, rest.count, offset + done)
                }
            }
            guard wrote > 0 else { throw fault("pwrite", path) }
            done += wrote
        }
    }
}
