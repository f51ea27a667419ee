import ArgumentParser

@main
struct Posthorn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "posthorn",
        abstract: "Produces the documents that carry mail across a border."
    )
}
