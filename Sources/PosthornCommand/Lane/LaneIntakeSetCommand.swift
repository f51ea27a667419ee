import ArgumentParser
import Mail
import Office

struct LaneIntakeSetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Says what an item that was found needs.",
        discussion: """
            EXAMPLES
              posthorn lane intake set CP123456785GB return --reason "refused" --as ada --office office
            """
    )

    @Argument(help: "The item's number.")
    var item: String

    @Argument(help: "data, nothing, return or unknown.")
    var need: String

    @OptionGroup var office: OfficeOption

    @Option(help: "Why; it is recorded.")
    var reason: String

    @Option(name: .customLong("as"), help: "Who does it.")
    var name: String?

    func run() async throws {
        let number: S10
        do throws(S10.Flaw) {
            number = try S10(item.uppercased())
        } catch {
            throw CommandFailure(.usage, "\(item): \(error)", hint: "such as CP123456785GB")
        }
        let needs = try Self.need(need)
        let author = try LaneCommand.author(name)
        let order = LaneOrder.triage(number, needs: needs, reason: reason, by: author)
        _ = try await LaneCommand.order(order, of: office)
        Terminal.say("\(number.text) needs \(needs.rawValue)")
    }

    static func need(_ text: String) throws -> FoundItem.Need {
        guard let need = FoundItem.Need(rawValue: text) else {
            let names = FoundItem.Need.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure(.usage, "expected one of \(names), found '\(text)'")
        }
        return need
    }
}
