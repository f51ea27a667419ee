import Documents
import Testing

@Suite("lengths are whole micrometres")
struct LengthTests {
    @Test(
        "from other units",
        arguments: [
            (Length.points(72), 25_400), (.points(8), 2_822), (.millimetres(0.33), 330),
            (.millimetres(-1.5), -1_500), (.micrometres(7), 7),
        ]
    )
    func converts(length: Length, micrometres: Int) {
        #expect(length.value == micrometres)
    }

    @Test(
        "as millimetres to read",
        arguments: [(330, "0.330 mm"), (-1_005, "-1.005 mm"), (210_000, "210.000 mm")]
    )
    func describes(micrometres: Int, text: String) {
        #expect(Length.micrometres(micrometres).description == text)
    }

    @Test("boxes keep their right and bottom")
    func boxes() {
        let box = Box.millimetres(10, 20, 30, 40).inset(x: .millimetres(1), y: .millimetres(2))
        #expect(box == .millimetres(11, 22, 28, 36))
        #expect(box.right == .millimetres(39) && box.bottom == .millimetres(58))
    }

    @Test("a field's name is a pointer with its index put in")
    func namesFields() {
        #expect(FieldName("/contents/lines/*/sku", at: 3).pointer == "/contents/lines/3/sku")
        #expect(FieldName("/sender/name").pointer == "/sender/name")
    }
}
