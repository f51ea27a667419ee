import CFriBidi

/// The directions of a paragraph's characters by the Unicode bidirectional algorithm.
struct Bidi {
    /// One level a character; odd runs to the left.
    let levels: [UInt8]
    let base: UInt8

    init(_ scalars: [UInt32]) {
        let count = scalars.count
        var types = [FriBidiCharType](repeating: FRIBIDI_TYPE_ON, count: count)
        var brackets = [FriBidiBracketType](repeating: 0, count: count)
        var found = [FriBidiLevel](repeating: 0, count: count)
        unsafe fribidi_get_bidi_types(scalars, FriBidiStrIndex(count), &types)
        unsafe fribidi_get_bracket_types(scalars, FriBidiStrIndex(count), types, &brackets)
        // The direction comes from the first strong character; without one, left to right.
        var direction = FRIBIDI_PAR_ON
        let highest = unsafe fribidi_get_par_embedding_levels_ex(
            types,
            brackets,
            FriBidiStrIndex(count),
            &direction,
            &found
        )
        levels =
            highest == 0 ? [UInt8](repeating: 0, count: count) : found.map { UInt8(bitPattern: $0) }
        base = direction.rawValue & 1 == 1 ? 1 : 0
    }

    /// The mirror image of a bracket in text that runs to the left.
    static func mirror(_ scalar: UInt32) -> UInt32 {
        var mirrored: FriBidiChar = scalar
        return unsafe fribidi_get_mirror_char(scalar, &mirrored) != 0 ? mirrored : scalar
    }
}
