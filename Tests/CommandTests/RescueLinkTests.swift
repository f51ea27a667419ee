import Foundation
import Testing

/// `posthorn-rescue` must start on a machine that has nothing but the C library.
@Suite("posthorn-rescue's libraries")
struct RescueLinkTests {
    static let allowed: Set<String> = [
        "linux-vdso.so.1", "libc.so.6", "libm.so.6", "libstdc++.so.6", "libgcc_s.so.1",
        "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1",
    ]

    @Test func linksOnlyTheCLibrary() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/ldd")
        process.arguments = [Binary.rescue.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = String(
            decoding: pipe.fileHandleForReading.readDataToEndOfFile(),
            as: UTF8.self
        )
        process.waitUntilExit()
        let names = output.split(separator: "\n")
            .compactMap { line in
                line.split(whereSeparator: \.isWhitespace).first?.split(separator: "/").last
            }
        #expect(names.contains("libc.so.6"))
        for name in names { #expect(Self.allowed.contains(String(name)), "links \(name)") }
    }
}
