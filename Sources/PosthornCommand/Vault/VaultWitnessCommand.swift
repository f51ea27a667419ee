import ArgumentParser
import Journal
import Office
import Vault

struct VaultWitnessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness",
        abstract: "Has the published checkpoint cosigned and puts it into every vault.",
        discussion: """
            EXAMPLES
              posthorn vault witness witnesses.policy --office office

            The policy (c2sp.org/tlog-policy) names witnesses with their addresses and the quorum. A
            witness that has seen more of this journal than is here proves that it went back.

            Exit status: 0 quorum, 7 a witness has seen another or a larger tree, 69 no quorum.
            """
    )

    @OptionGroup var office: OfficeOption

    @Argument(help: "A file with a witness policy (tlog-policy).")
    var policy: String

    func run() async throws {
        try OfficeReading.requireOffice(office.directory)
        let root = office.directory.root
        do {
            guard let bytes = try PosixDisk(root: policy.hasPrefix("/") ? "" : ".").read(policy)
            else {
                throw CommandFailure(.usage, "\(policy): there is no such file")
            }
            let list = try WitnessList(String(decoding: bytes, as: UTF8.self))
            let reader = try JournalReader(directory: office.directory.journal)
            let report = try await WitnessRound(list, transport: .http).run(reader)
            var isContradicted = report.ahead != nil
            for (name, answer) in report.answers.sorted(by: { $0.key < $1.key }) {
                Terminal.say("\(name): \(text(answer))")
                if case .refused(422, _) = answer { isContradicted = true }
            }
            if isContradicted { throw ExitStatus.verificationFailed.code }
            let record = try IncarnationRecord.load(office: root, random: .system)
            for store in try VaultList.load(office: root).stores(office: root, clock: .machine) {
                try await report.store(in: store, VaultLayout(record.incarnation))
            }
            guard report.isQuorum else { throw ExitStatus.serviceDown.code }
            Terminal.say("size \(reader.size) is cosigned by the quorum")
        } catch let fault as VaultFault {
            throw CommandFailure(fault)
        } catch let fault as JournalFault {
            throw CommandFailure(fault, in: office.directory.journal)
        } catch let flaw as TlogPolicy.Flaw {
            throw CommandFailure(.usage, "\(policy): line \(flaw.line): \(flaw.detail)")
        }
    }

    private func text(_ answer: WitnessRound.Answer) -> String {
        switch answer {
        case .cosigned(let time): "cosigned at \(UnixTime(seconds: Int64(clamping: time)))"
        case .ahead(let size): "WENT BACK: it has seen size \(size)"
        case .refused(let status, let why): "REFUSED (\(status)): \(why)"
        case .silent(let why): "silent: \(why)"
        }
    }
}
