import Foundation
import Mail
import Testing

@testable import Office

@Suite("A message to a sender")
struct MailMessageTests {
    private func message(_ subject: String, _ body: String) throws -> String {
        let message = MailMessage(
            from: MailMessage.mailbox("Poste \"Ünie\"", "news@post.example"),
            to: try #require(MailAddress("ada@fox.example")),
            subject: subject,
            id: "a.1.00@post.example",
            language: .french,
            at: Moment(milliseconds: 1_795_000_000_000),
            body: body
        )
        return String(decoding: message.bytes, as: UTF8.self)
    }

    @Test("is ASCII in lines of at most 78 characters, each ended by CRLF")
    func isWellFormed() throws {
        let long = String(repeating: "Waren für Łódź warten. ", count: 40)
        let text = try message(long, long + "\n.\n" + "trailing \nZürich=1")
        #expect(text.utf8.allSatisfy { $0 < 0x80 })
        for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
            #expect(line.utf8.count <= 78, "\(line)")
            #expect(!line.utf8.contains(0x0A) && !line.utf8.contains(0x0D))
        }
        #expect(text.contains("\r\n=2E\r\n"), "a dot alone would end the message")
        #expect(text.contains("trailing=20\r\n"))
        #expect(text.contains("Z=C3=BCrich=3D1\r\n"))
        #expect(text.contains("Date: Wed, 18 Nov 2026 11:06:40 +0000\r\n"))
    }

    @Test("nothing of a name or a title begins another header")
    func isolates() throws {
        let text = try message("a\r\nBcc: all@z.example", "b")
        #expect(!text.contains("\r\nBcc:"))
        #expect(MailMessage.mailbox("A \"b\" \\c", "x@y.example") == "\"A b c\" <x@y.example>")
    }

    @Test(
        "is in the language of the sender's country, or in the office's",
        arguments: [("IT", "it"), ("AT", "de"), ("FR", "fr"), ("CH", "nl"), ("GB", "en")]
    )
    func language(_ country: String, _ expected: String) throws {
        let country = try #require(Country(country))
        #expect(TellingLetter.language(of: country, .dutch).rawValue == expected)
    }
}
