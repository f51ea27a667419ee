import Mail
import Testing

@testable import Office

@Suite("OfficeSettings")
struct OfficeSettingsTests {
    @Test func takesEveryDefaultFromItsTemplate() throws {
        #expect(try OfficeSettings(yaml: OfficeSettings.template) == OfficeSettings())
    }

    /// A default that somebody uncomments must be one that the reader takes.
    @Test func templateUncommentedIsRead() throws {
        let lines = OfficeSettings.template.split(separator: "\n").dropFirst(4)
            .map { $0.dropFirst(2) }
        let settings = try OfficeSettings(yaml: lines.joined(separator: "\n"))
        for key in SettingKey.all where !key.isSecret {
            #expect(settings.table[key] != nil, "\(key.name) is not in the template")
        }
    }

    @Test func readsCopiesByDestination() throws {
        let settings = try OfficeSettings(yaml: "copies: {cn23: {default: 2, JP: 3}}\nlabel: a6\n")
        let (japan, france) = (try #require(Country("JP")), try #require(Country("FR")))
        #expect(settings.copies(of: .cn23, to: japan) == 3)
        #expect(settings.copies(of: .cn23, to: france) == 2)
        #expect(settings.copies(of: .cp72, to: japan) == 1)
        #expect(settings.label == .a6)
    }

    @Test(
        "refuses what means nothing",
        arguments: [
            "copeis: {}", "lable: a6", "copies: 3", "copies: {cn24: {default: 1}}",
            "copies: {cn23: {XX: 1}}", "copies: {cn23: {JP: 0}}", "label: a4", "- a list", "a: [",
            "listen: 8080", "listen: {port: 70000}", "listen: {port: eighty}",
            "limits: {body: -1}", "tls: {certificate: a.pem}", "tls: {key: a.pem}",
            "tls: {client: require}", "tls: {certificate: a, key: b, client: request}",
            "tls: {key-password: secret}", "log: {level: loud}", "label: a6\nlabel: a6",
        ]
    )
    func refuses(_ yaml: String) {
        #expect(throws: OfficeSettings.Flaw.self) { try OfficeSettings(yaml: yaml) }
    }

    @Test(
        "names the key that was meant",
        arguments: [
            ("lable: a6", "label"), ("listen:\n  prot: 1", "listen.port"),
            ("tls:\n  clientca: x", "tls.client-ca"), ("limts:\n  body: 1", "limits"),
            ("copise: {}", "copies"),
        ]
    )
    func namesTheKeyThatWasMeant(_ yaml: String, _ meant: String) {
        let flaw = #expect(throws: OfficeSettings.Flaw.self) { try OfficeSettings(yaml: yaml) }
        #expect(flaw?.hint == "did you mean '\(meant)'?")
    }

    @Test func flagsOverruleEnvironmentOverrulesFile() throws {
        let yaml = "listen:\n  port: 1\n  host: ::1\nlabel: a6\n"
        let settings = try OfficeSettings(
            yaml: yaml,
            sources: SettingSources(
                environment: [
                    "POSTHORN_LISTEN_PORT": "2", "POSTHORN_LISTEN_ADMIN_PORT": "9", "HOME": "/x",
                    "POSTHORN_SERVER": "https://elsewhere.example",
                ],
                flags: ["listen.port": "3"]
            )
        )
        #expect(settings.serve.port == 3)
        #expect(settings.serve.adminPort == 9)
        #expect(settings.table[.port]?.origin == .flag("port"))
        #expect(
            settings.table[.adminPort]?.origin
                == .environment(variable: "POSTHORN_LISTEN_ADMIN_PORT")
        )
        #expect(settings.table[.host]?.origin == .file(line: 3))
        #expect(settings.table[.body] == nil)
    }

    @Test(
        "refuses a variable that means nothing",
        arguments: [
            "POSTHORN_LISTEN_PROT", "POSTHORN_LABLE", "POSTHORN_TLS_CERT",
            "POSTHORN_LIMITS_BODYSIZE",
        ]
    )
    func refusesVariable(_ name: String) {
        let sources = SettingSources(environment: [name: "1"])
        let flaw = #expect(throws: OfficeSettings.Flaw.self) {
            try OfficeSettings(sources: sources)
        }
        #expect(flaw?.description.contains(name) == true)
        #expect(flaw?.hint.hasPrefix("did you mean 'POSTHORN_") == true)
    }

    @Test func aSecretIsNotRepeatedInAnError() {
        let sources = SettingSources(environment: ["POSTHORN_TLS_KEY_PASSWORD": ""])
        let flaw = #expect(throws: OfficeSettings.Flaw.self) {
            try OfficeSettings(sources: sources)
        }
        #expect(flaw?.description.hasSuffix("this cannot be its value") == true)
    }

    @Test func pathsStartAtTheOffice() throws {
        let settings = try OfficeSettings(
            yaml: "tls: {certificate: keys/a.pem, key: /etc/b.pem, client-ca: ca.pem}",
            root: "/var/office"
        )
        let tls = try #require(settings.serve.tls)
        #expect(tls.certificate == "/var/office/keys/a.pem")
        #expect(tls.key == "/etc/b.pem")
        #expect(tls.clients == .required(authorities: "/var/office/ca.pem"))
    }
}
