import CDeflate
import CFriBidi
import CHarfBuzz

extension LibraryVersions {
    /// What this program runs with: HarfBuzz asked at run time, the other two as compiled in.
    static let running = LibraryVersions(
        shaper: unsafe String(cString: hb_version_string()),
        bidi: FRIBIDI_VERSION,
        compressor: LIBDEFLATE_VERSION_STRING
    )
}
