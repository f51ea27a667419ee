import CWebAssets
import Crypto

/// A file that the pages are made of, as it lies in the program.
struct Asset: Sendable {
    /// Such as `templates/home.mustache`.
    let path: String
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Every file that was embedded when the program was built.
    static let all: [Asset] = {
        var assets: [Asset] = []
        while let raw = unsafe web_asset_at(Int32(assets.count)) {
            // The C table lives as long as the program and nobody writes to it.
            let asset = unsafe Asset(
                path: String(cString: raw.pointee.path),
                bytes: Array(UnsafeBufferPointer(start: raw.pointee.bytes, count: raw.pointee.size))
            )
            assets.append(asset)
        }
        return assets
    }()

    static func named(_ path: String) -> Asset {
        guard let asset = all.first(where: { $0.path == path }) else {
            preconditionFailure("no asset \(path) was embedded")
        }
        return asset
    }
}

/// A file that browsers fetch, under a name that changes with its bytes, so that they keep it.
struct ServedAsset: Sendable {
    let fileName: String
    let mediaType: String
    let bytes: [UInt8]

    var path: String { "/assets/" + fileName }

    static let style = ServedAsset("style.css", "text/css; charset=utf-8")
    static let script = ServedAsset("script.js", "text/javascript; charset=utf-8")
    static let live = ServedAsset("live.js", "text/javascript; charset=utf-8")
    static let board = ServedAsset("board.js", "text/javascript; charset=utf-8")
    static let icon = ServedAsset("icon.svg", "image/svg+xml")
    static let all = [style, script, live, board, icon]

    private init(_ path: String, _ mediaType: String) {
        let bytes = Asset.named(path).bytes
        let digest = SHA256.hash(data: bytes).prefix(6)
            .map { byte in
                let digits = String(byte, radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }
            .joined()
        let parts = path.split(separator: ".")
        fileName = "\(parts[0])-\(digest).\(parts[1])"
        self.mediaType = mediaType
        self.bytes = bytes
    }
}
