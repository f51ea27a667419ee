import Glibc

/// A folder that something else watches and prints from.
///
/// A file appears whole under its name or not at all: it is written as `NAME.partial` and renamed.
struct PrintFolder {
    private let path: String
    private let printer: String

    init(_ path: String, of printer: String) {
        self.path = path
        self.printer = printer
    }

    /// - Throws: ``PrintRefusal`` `unreachable`.
    func drop(_ bytes: [UInt8], as name: String) throws(PrintRefusal) {
        let target = try free(name)
        let partial = target + ".partial"
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
        let descriptor = unsafe open(partial, flags, 0o644)
        guard descriptor >= 0 else { throw unreachable("cannot write to \(path)") }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let refusal = unreachable("cannot write \(partial)")
                close(descriptor)
                unsafe unlink(partial)
                throw refusal
            }
            rest = rest.dropFirst(count)
        }
        close(descriptor)
        // A crash here leaves a file that nobody prints; printing again writes it anew.
        guard unsafe rename(partial, target) == 0 else {
            throw unreachable("cannot rename \(partial)")
        }
    }

    /// A name that nothing waiting has: two copies of one document are two files.
    private func free(_ name: String) throws(PrintRefusal) -> String {
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        for number in 1...999 {
            let suffix = number == 1 ? "" : "-\(number)"
            let candidate = "\(path)/\(name[..<dot])\(suffix)\(name[dot...])"
            if unsafe access(candidate, F_OK) != 0 { return candidate }
        }
        throw .unreachable(printer, why: "999 files named \(name) wait in \(path)")
    }

    private func unreachable(_ what: String) -> PrintRefusal {
        let reason = unsafe String(cString: strerror(errno))
        return .unreachable(printer, why: "\(what): \(reason)")
    }
}
