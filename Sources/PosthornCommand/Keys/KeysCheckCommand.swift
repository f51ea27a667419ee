import ArgumentParser
import Journal
import Office
import Vault

struct KeysCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Says whether shares, typed from paper, open every data key of this office.",
        discussion: """
            EXAMPLES
              posthorn keys check shares.txt --office office
              posthorn keys check share-of-ada.txt share-of-bo.txt --office office

            Without an office only the shares are checked. Nothing is written and nothing secret is
            printed.

            Exit status: 0 they open everything, 7 they do not, 1 they are not right.
            """
    )

    @Argument(help: "Files with shares as typed; or an age identity file.")
    var files: [String]

    @Option(help: "The office's data directory.")
    var office: String?

    func run() throws {
        do throws(KeysFault) {
            let (others, found) = try RestoreKeys.shares(in: files)
            let identities = try KeySources(others, known: found).identities
            for identity in identities { Terminal.say("the identity of \(identity.recipient)") }
            guard let office else { return }
            let folder = PosixKeyFiles(path: office + "/keys")
            let wrapped = try Keyring.wrappedKeys(in: folder)
            let locked = wrapped.filter { (try? $0.unwrap(identities, path: folder.path)) == nil }
            for key in locked { Terminal.say("does not open \(key.name)") }
            Terminal.say("opens \(wrapped.count - locked.count) of \(wrapped.count) data keys")
            guard !locked.isEmpty || wrapped.isEmpty else { return }
        } catch {
            throw CommandFailure(.failed, "\(error.path): \(error.detail)", hint: error.hint)
        }
        throw ExitStatus.verificationFailed.code
    }
}
