/// A font file of the system that an edition takes in, and the package that brings it.
struct FontSource: Hashable, Sendable {
    /// Below a directory such as `/usr/share`.
    let path: String
    let package: String

    /// The file's own name: how an edition calls the font.
    var name: String {
        String(path.split(separator: "/").last ?? "")
    }

    static func noto(_ name: String) -> FontSource {
        FontSource(path: "fonts/truetype/noto/\(name).ttf", package: "fonts-noto-core")
    }

    static func notoMono(_ name: String) -> FontSource {
        FontSource(path: "fonts/truetype/noto/\(name).ttf", package: "fonts-noto-mono")
    }

    /// Han, kana and hangul, then the rarer Han of Extension A.
    ///
    /// 7 MB of TrueType drawn to stand beside the sans; `fonts-noto-cjk` would put 91 MB into
    /// every office and every vault.
    static let cjk = [
        FontSource(
            path: "fonts-droid-fallback/truetype/DroidSansFallback.ttf",
            package: "fonts-droid-fallback"
        ),
        FontSource(
            path: "fonts/truetype/droid/DroidSansFallbackFull.ttf",
            package: "fonts-droid-fallback"
        ),
    ]
}
