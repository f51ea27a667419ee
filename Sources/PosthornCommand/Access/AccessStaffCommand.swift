import ArgumentParser

struct AccessStaffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff",
        abstract: "Makes, lists, renews and ends people's accounts.",
        discussion: """
            EXAMPLES
              posthorn access staff add ada.fox --role clerk --display-name "Ada Fox" \\
                --office office
              posthorn access staff list --office office
              posthorn access staff reset ada.fox --office office
              posthorn access staff deactivate ada.fox --office office

            `add` and `reset` print a link, which goes behind the office's address. It works once,
            for three days; by it the person sets a password that nobody else has seen.
            """,
        subcommands: [
            AccessStaffAddCommand.self, AccessStaffListCommand.self, AccessStaffResetCommand.self,
            AccessStaffDeactivateCommand.self,
        ]
    )
}

/// An account's name, and the office it is in.
struct StaffArguments: ParsableArguments {
    @Argument(help: "What the person signs in as: ada.fox.")
    var name: String

    @OptionGroup var office: OfficeOption
}
