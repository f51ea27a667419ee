import CHarfBuzz

/// What a PDF says of a font, in thousandths of its em square.
struct FontFacts: Hashable, Sendable {
    let postScriptName: String
    let unitsPerEm: Int
    let box: [Int]
    let ascent: Int
    let descent: Int
    let capHeight: Int
    let italicAngle: Int
    let isFixedPitch: Bool
    let weight: Int
}

extension FontFacts {
    /// Reads the `head`, `hhea`, `OS/2`, `post` and `name` tables.
    init(of face: OpaquePointer) {
        let upem = max(16, Int(unsafe hb_face_get_upem(face)))
        func scaled(_ value: Int) -> Int { value * 1000 / upem }
        let head = unsafe TableReader(face, "head")
        let lines = unsafe TableReader(face, "hhea")
        let metrics = unsafe TableReader(face, "OS/2")
        let post = unsafe TableReader(face, "post")
        unitsPerEm = upem
        box = [36, 38, 40, 42].map { scaled(head.int16($0)) }
        ascent = scaled(lines.int16(4))
        descent = scaled(lines.int16(6))
        let capitals = metrics.int16(0) >= 2 ? scaled(metrics.int16(88)) : 0
        capHeight = capitals > 0 ? capitals : 714
        italicAngle = post.int16(4)
        isFixedPitch = post.int16(12) != 0 || post.int16(14) != 0
        weight = metrics.int16(4)
        postScriptName = unsafe FontFacts.name(of: face)
    }

    private static func name(of face: OpaquePointer) -> String {
        var text = [CChar](repeating: 0, count: 64)
        var size = UInt32(text.count)
        _ = unsafe hb_ot_name_get_utf8(
            face,
            hb_ot_name_id_t(6),
            hb_language_from_string("en", -1),
            &size,
            &text
        )
        let letters = text.prefix(Int(size)).map { UInt8(bitPattern: $0) }
            .filter { (0x30...0x39).contains($0) || (0x41...0x7A).contains($0) || $0 == 0x2D }
        return letters.isEmpty ? "Font" : String(decoding: letters, as: UTF8.self)
    }
}

/// Big-endian numbers at places in a font table; what lies beyond its end reads as 0.
private struct TableReader {
    private let bytes: [UInt8]

    init(_ face: OpaquePointer, _ tag: StaticString) {
        let code = tag.withUTF8Buffer { letters in
            unsafe letters.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        let blob = unsafe hb_face_reference_table(face, code)
        bytes = unsafe BlobBytes.copy(blob)
        unsafe hb_blob_destroy(blob)
    }

    func int16(_ offset: Int) -> Int {
        guard offset + 1 < bytes.count else { return 0 }
        return Int(Int16(bitPattern: UInt16(bytes[offset]) << 8 | UInt16(bytes[offset + 1])))
    }
}

enum BlobBytes {
    /// The bytes of a HarfBuzz blob, copied.
    static func copy(_ blob: OpaquePointer?) -> [UInt8] {
        var count: UInt32 = 0
        guard let data = unsafe hb_blob_get_data(blob, &count), count > 0 else { return [] }
        return unsafe UnsafeRawBufferPointer(start: data, count: Int(count)).map { $0 }
    }
}
