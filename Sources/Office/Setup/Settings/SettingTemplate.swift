extension OfficeSettings {
    /// What `init` writes: every key with what it means, all commented out.
    package static let template: String = {
        var lines = [
            "# Settings of this office. A key that means nothing is an error.",
            "# The environment overrules this file (listen.port is POSTHORN_LISTEN_PORT), and flags",
            "# of `posthorn serve` overrule both; `posthorn config show --origin` says what counts.",
            "#",
            "# # Copies of a customs form by destination; one where nothing is said.",
            "# copies:",
            "#   cn23: { default: 1, JP: 2 }",
            "#",
            "# # Where copies of the keys are kept: folders elsewhere, or buckets with a credential",
            "# # of their own: s3+https://host/bucket/prefix FILE.",
            "# escrows:",
            "#   - /mnt/stick/posthorn-escrow",
            "#",
            "# # Who vouches for the journal's growth: a tlog-policy file, and for how many seconds.",
            "# witnesses: { policy: witnesses.policy, maxAge: 3600 }",
            "#",
            "# # Printers, each with the documents that go to it: a folder, or a port that takes zpl.",
            "# printers:",
            "#   back: { file: print, kinds: [cn22.pdf, cn23.pdf, invoice.pdf] }",
            "#   counter: { zpl: \"10.0.0.9:9100\", kinds: [label-203.zpl], offset: { x: 1.5, y: -2 } }",
        ]
        var section = ""
        for key in SettingKey.all where !key.isSecret {
            let parts = key.name.split(separator: ".").map(String.init)
            let indent = parts.count == 2 ? "  " : ""
            if parts.count == 2, parts[0] != section {
                section = parts[0]
                lines += ["#", "# \(section):"]
            } else if parts.count == 1 {
                lines.append("#")
            }
            lines.append("# \(indent)# \(key.meaning)\(choices(key))")
            lines.append("# \(indent)\(parts[parts.count - 1]): \(example(key))")
        }
        return lines.joined(separator: "\n") + "\n"
    }()

    private static func choices(_ key: SettingKey) -> String {
        guard case .choice(let choices) = key.kind else { return "" }
        return " One of: \(choices.joined(separator: ", "))."
    }

    /// The fallback, or what one might write where the fallback is only words.
    private static func example(_ key: SettingKey) -> String {
        switch key.kind {
        case .path: key.name.split(separator: ".").joined(separator: "-") + ".pem"
        case .folder: key.name
        case .web: "https://status.post.example"
        case .mail: "news@post.example"
        case .number where key.flaw(of: key.fallback) != nil: "8081"
        case .number, .choice, .text, .zone: key.fallback
        }
    }
}
