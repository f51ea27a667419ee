import Glibc
import Journal

/// The policy's file, when the log that it names has got another key.
enum WitnessPolicyFile {
    /// Puts the new key in the place of the old one, whose line stays as a comment.
    ///
    /// With both, a witness's word for the old key would go on counting.
    static func rekey(
        _ directory: OfficeDirectory,
        from old: VerifierKey,
        to new: VerifierKey
    ) throws {
        let settings = try OfficeReading.settings(directory).witnesses
        guard let path = settings.policyPath(in: directory), let bytes = try SmallFile.read(path)
        else { return }
        let before = String(decoding: bytes, as: UTF8.self)
        let after = rekeyed(before, from: old, to: new)
        guard after != before, let slash = path.lastIndex(of: "/") else { return }
        let folder = String(path[..<slash])
        try PosixDisk(root: folder.isEmpty ? "/" : folder)
            .replace(String(path[path.index(after: slash)...]), with: Array(after.utf8))
        unsafe rmdir(folder + "/staging")
    }

    static func rekeyed(_ text: String, from old: VerifierKey, to new: VerifierKey) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { line -> [String] in
                let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
                guard words.count >= 2, words[0] == "log", words[1] == "\(old)" else {
                    return [String(line)]
                }
                let rest = words.dropFirst(2).map { " \($0)" }.joined()
                return ["# replaced: \(line)", "log \(new)\(rest)"]
            }
            .joined(separator: "\n")
    }
}
