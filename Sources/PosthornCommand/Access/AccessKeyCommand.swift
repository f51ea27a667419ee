import ArgumentParser

struct AccessKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Makes, lists, ends and replaces the keys that programs present.",
        discussion: """
            EXAMPLES
              posthorn access key add --office office --role shipper --mode test
              posthorn access key add --office office --role shipper --mode live \\
                --name "Fox Knits web shop" --customer fox --expires 2027-12-31
              posthorn access key list --office office
              posthorn access key rotate ph_live_1a2B3c4D --office office
              posthorn access key revoke ph_live_1a2B3c4D --office office --reason "laptop lost"

            A key is shown once, on standard output, and sent as `Authorization: Bearer KEY`. Only
            its hash is kept. A test key opens nothing in a live office, nor the other way round.
            """,
        subcommands: [
            AccessKeyAddCommand.self, AccessKeyListCommand.self, AccessKeyRevokeCommand.self,
            AccessKeyRotateCommand.self,
        ]
    )
}
