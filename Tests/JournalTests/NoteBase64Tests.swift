import Testing

@testable import Journal

@Suite("Base64")
struct NoteBase64Tests {
    @Test(
        "RFC 4648 §10",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
        ]
    )
    func vectors(plain: String, text: String) {
        #expect(Base64.encode(plain.utf8) == text)
        #expect(Base64.decode(text) == Array(plain.utf8))
    }

    @Test(
        "a second spelling is refused",
        arguments: [
            "Zg=", "Zg", "Zh==", "Zm9=", "Zg==\n", " Zg==", "Z===", "====", "Zg==Zg==", "Zm-v",
            "Zm_v",
        ]
    )
    func refused(text: String) {
        #expect(Base64.decode(text) == nil)
    }
}
