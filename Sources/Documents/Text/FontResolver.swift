import CHarfBuzz

/// A character and how it will be set.
struct ResolvedCharacter: Sendable {
    enum Way: Sendable {
        /// From the face's table.
        case common
        /// From a whole font, one glyph a character.
        case unshaped
        /// By HarfBuzz.
        case shaped
    }

    let scalar: UInt32
    let way: Way
    /// The whole font; for ``Way/common`` the table knows.
    let font: FontRef
    /// Belongs to the character before it: a mark, a joiner.
    let clings: Bool

    var isSpace: Bool { scalar == 0x20 }

    /// Whether the next character can be set in one run with this one.
    func joins(_ next: ResolvedCharacter) -> Bool {
        way == next.way && font == next.font && isSpace == next.isSpace
    }
}

/// Finds the font of every character of a paragraph.
struct FontResolver {
    let library: FontLibrary
    let face: Face

    /// - Throws: ``TextFlaw/noGlyph(_:)`` for the first character no font has, control
    ///   characters among them; ``AssetFault``.
    func resolve(_ scalars: [UInt32]) throws -> [ResolvedCharacter] {
        let table = library.table(of: face)
        let clings = scalars.map(FontResolver.clings)
        var found: [ResolvedCharacter] = []
        found.reserveCapacity(scalars.count)
        for (index, scalar) in scalars.enumerated() {
            let isBase = index + 1 < scalars.count && clings[index + 1]
            if clings[index] {
                if let character = try follow(scalar, found.last) { found.append(character) }
            } else if table[scalar].glyph != 0, !isBase {
                found.append(
                    ResolvedCharacter(
                        scalar: scalar,
                        way: .common,
                        font: .block(0),
                        clings: false
                    )
                )
            } else {
                let font = try font(of: scalar, after: found.last)
                let isUnshaped = !isBase && LineBreaking.isUnshaped(scalar)
                found.append(
                    ResolvedCharacter(
                        scalar: scalar,
                        way: isUnshaped ? .unshaped : .shaped,
                        font: font,
                        clings: false
                    )
                )
            }
        }
        return found
    }

    /// A mark or joiner, in the font of what it belongs to; nil: it shows nothing and goes.
    private func follow(
        _ scalar: UInt32,
        _ previous: ResolvedCharacter?
    ) throws -> ResolvedCharacter? {
        let isIgnorable = FontResolver.properties(scalar)?.isDefaultIgnorableCodePoint ?? false
        if let previous, previous.way == .shaped {
            let hasGlyph = try library.program(previous.font).font.glyph(of: scalar) != nil
            if isIgnorable || hasGlyph {
                return ResolvedCharacter(
                    scalar: scalar,
                    way: .shaped,
                    font: previous.font,
                    clings: true
                )
            }
        }
        if isIgnorable { return nil }
        let font = try font(of: scalar, after: nil)
        return ResolvedCharacter(scalar: scalar, way: .shaped, font: font, clings: true)
    }

    /// The font before, for signs that many scripts share; else the first that has it.
    private func font(of scalar: UInt32, after previous: ResolvedCharacter?) throws -> FontRef {
        if let previous, previous.way == .shaped, FontResolver.isShared(scalar),
            try library.program(previous.font).font.glyph(of: scalar) != nil
        {
            return previous.font
        }
        guard !FontResolver.isControl(scalar), let font = library.font(for: scalar, face: face)
        else { throw TextFlaw.noGlyph(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
        return font
    }

    private static func properties(_ scalar: UInt32) -> Unicode.Scalar.Properties? {
        Unicode.Scalar(scalar)?.properties
    }

    private static func clings(_ scalar: UInt32) -> Bool {
        guard scalar >= 0xAD, let properties = properties(scalar) else { return false }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return properties.isDefaultIgnorableCodePoint
        }
    }

    private static func isControl(_ scalar: UInt32) -> Bool {
        scalar < 0x20 || (0x7F...0x9F).contains(scalar)
    }

    private static func isShared(_ scalar: UInt32) -> Bool {
        let script = unsafe hb_unicode_script(hb_unicode_funcs_get_default(), scalar)
        return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED
    }
}
