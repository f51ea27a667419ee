import Mail
import Testing

@testable import Office

@Suite("OfficeSettings")
struct OfficeSettingsTests {
    @Test func takesEveryDefaultFromItsTemplate() throws {
        #expect(try OfficeSettings(yaml: OfficeSettings.template) == OfficeSettings())
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
        ]
    )
    func refuses(_ yaml: String) {
        #expect(throws: OfficeSettings.Flaw.self) { try OfficeSettings(yaml: yaml) }
    }
}
