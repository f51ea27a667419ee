import ArgumentParser
import Foundation
import Mail
import Office

struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Shows an office's settings, and where each comes from.",
        subcommands: [ShowCommand.self, CheckCommand.self]
    )

    struct ShowCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Prints every key with its value; secrets are masked.",
            discussion: """
                EXAMPLES
                  posthorn config show --office office
                  posthorn config show --origin --office office
                  POSTHORN_LISTEN_PORT=9000 posthorn config show --origin --json
                """
        )

        @OptionGroup var office: OfficeOption

        @Flag(help: "Say of each value where it comes from.")
        var origin = false

        @Flag(help: "Print one JSON object.")
        var json = false

        func run() throws {
            let settings = try OfficeReading.settings(office.directory, sources: .process)
            let rows = SettingKey.all.map { SettingRow($0, settings.table[$0]) }
            if json {
                let members = rows.map { ($0.name, Optional($0.json(origin: origin))) }
                Terminal.say(JSONText.write(.members(members)))
                return
            }
            let width = rows.map(\.name.count).max() ?? 0
            let values = rows.map(\.value.count).max() ?? 0
            for row in rows {
                let name = row.name.padding(toLength: width, withPad: " ", startingAt: 0)
                let value =
                    origin
                    ? row.value.padding(toLength: values, withPad: " ", startingAt: 0)
                        + "  (\(row.origin))" : row.value
                Terminal.say("\(name)  \(value)")
            }
        }
    }

    struct CheckCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Says whether the settings are understood.",
            discussion: """
                EXAMPLES
                  posthorn config check --office office
                """
        )

        @OptionGroup var office: OfficeOption

        func run() throws {
            try OfficeReading.requireOffice(office.directory)
            let settings = try OfficeReading.settings(office.directory, sources: .process)
            let count = SettingKey.all.count { settings.table[$0] != nil }
            Terminal.say("settings of \(office.path): understood, \(count) set")
        }
    }
}

/// A key as it is shown.
private struct SettingRow {
    let name: String
    let value: String
    let origin: String

    init(_ key: SettingKey, _ set: SettingValue?) {
        name = key.name
        value = set.map { key.isSecret ? "********" : $0.text } ?? key.fallback
        origin = (set?.origin ?? .fallback).description
    }

    func json(origin: Bool) -> JSONValue {
        origin
            ? .members([("value", .string(value)), ("origin", .string(self.origin))])
            : .string(value)
    }
}

extension SettingSources {
    /// What this process was started with; the only place of this command that reads it.
    static let process = SettingSources(environment: ProcessInfo.processInfo.environment)

    func adding(flags: [String: String]) -> SettingSources {
        SettingSources(environment: environment, flags: self.flags.merging(flags) { $1 })
    }
}
