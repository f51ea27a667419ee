/// Whose journal a check may say it is.
package enum CheckTrust: Sendable {
    /// The log keys and witnesses of a policy.
    case policy(TlogPolicy)
    case key(VerifierKey)
    /// The key beside the log: proves that the journal is consistent, not whose it is.
    case keyBesideLog

    /// Why what a person gave is nothing to trust by.
    package struct Flaw: Error, Hashable, Sendable {
        /// The option or the file.
        package var path: String
        package var detail: String
        package var hint: String
    }

    /// What a command was given: a key, a policy's file, or nothing.
    package init(vkey: String?, policyFile: String?) throws(Flaw) {
        if let vkey {
            guard policyFile == nil else {
                throw Flaw(
                    path: "--vkey",
                    detail: "expected --vkey or --policy, found both",
                    hint: "a policy names the log's key itself"
                )
            }
            do throws(VerifierKey.Flaw) {
                self = .key(try VerifierKey(vkey))
            } catch {
                throw Flaw(
                    path: "--vkey",
                    detail: "not a verifier key: \(error.rawValue)",
                    hint: "a verifier key reads name+hash+base64, as in the journal's vkey file"
                )
            }
        } else if let policyFile {
            self = .policy(try CheckTrust.policy(policyFile))
        } else {
            self = .keyBesideLog
        }
    }

    private static func policy(_ file: String) throws(Flaw) -> TlogPolicy {
        let root = file.hasPrefix("/") ? "" : "."
        guard let bytes = try? PosixDisk(root: root).read(file) else {
            throw Flaw(
                path: file,
                detail: "there is no such file",
                hint: "give a tlog-policy file"
            )
        }
        do throws(TlogPolicy.Flaw) {
            return try TlogPolicy(String(decoding: bytes, as: UTF8.self))
        } catch {
            throw Flaw(
                path: file,
                detail: "line \(error.line): \(error.detail)",
                hint: "the format is c2sp.org/tlog-policy"
            )
        }
    }
}
