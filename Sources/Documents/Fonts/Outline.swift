import CHarfBuzz

extension ShapingFont {
    /// The outline of a glyph as HarfBuzz draws it, in font units with y up.
    func outline(of glyph: UInt16) -> [PathStep] {
        guard let pens = unsafe hb_draw_funcs_create() else { return [] }
        defer { unsafe hb_draw_funcs_destroy(pens) }
        unsafe hb_draw_funcs_set_move_to_func(
            pens,
            { _, steps, _, x, y, _ in unsafe add(.move(x: whole(x), y: whole(y)), to: steps) },
            nil,
            nil
        )
        unsafe hb_draw_funcs_set_line_to_func(
            pens,
            { _, steps, _, x, y, _ in unsafe add(.line(x: whole(x), y: whole(y)), to: steps) },
            nil,
            nil
        )
        unsafe hb_draw_funcs_set_quadratic_to_func(
            pens,
            { _, steps, _, controlX, controlY, x, y, _ in
                let step = PathStep.quadratic(
                    controlX: whole(controlX),
                    controlY: whole(controlY),
                    x: whole(x),
                    y: whole(y)
                )
                unsafe add(step, to: steps)
            },
            nil,
            nil
        )
        unsafe hb_draw_funcs_set_close_path_func(
            pens,
            { _, steps, _, _ in unsafe add(.close, to: steps) },
            nil,
            nil
        )
        var steps: [PathStep] = []
        unsafe withUnsafeMutablePointer(to: &steps) { steps in
            unsafe hb_font_get_glyph_shape(font, UInt32(glyph), pens, steps)
        }
        return steps
    }
}

private func whole(_ value: Float) -> Int32 {
    Int32(value.rounded())
}

/// `data` is the array `outline(of:)` lends for the time of the call.
private func add(_ step: PathStep, to data: UnsafeMutableRawPointer?) {
    unsafe data?.assumingMemoryBound(to: [PathStep].self).pointee.append(step)
}
