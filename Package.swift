// swift-tools-version: 6.2
import PackageDescription

// One array for every target: what the house rules ask of the compiler (docs/decisions/0001-layout.md).
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    // Calls across our own modules are inlined and specialised in what is shipped.
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let arguments: Target.Dependency = .product(
    name: "ArgumentParser",
    package: "swift-argument-parser"
)
let sqlite: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
// Its C interface, for the one statement that runs for every entry of a history.
let sqliteC: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let yaml: Target.Dependency = .product(name: "Yams", package: "Yams")
let http: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let log: Target.Dependency = .product(name: "Logging", package: "swift-log")
let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
    .product(name: "NIOSSL", package: "swift-nio-ssl"),
]
let hummingbird: [Target.Dependency] = [
    .product(name: "Hummingbird", package: "hummingbird"),
    .product(name: "HummingbirdCore", package: "hummingbird"),
    .product(name: "HummingbirdTLS", package: "hummingbird"),
    .product(name: "HummingbirdHTTP2", package: "hummingbird"),
    .product(name: "Mustache", package: "swift-mustache"),
    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(
        name: name,
        dependencies: dependencies,
        exclude: documents[name] ?? [],
        swiftSettings: house + [optimised]
    )
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: house)
}

/// Debug builds are what tests run, hundreds of offices of them: to open one takes less than half as
/// long with this, and the journal's tests, which hash and copy byte by byte, a tenth.
let optimised = SwiftSetting.unsafeFlags(["-O"], .when(configuration: .debug))

/// Documents that stand beside the code they describe.
let documents: [String: [String]] = ["Journal": ["FORMAT.md"], "Vault": ["FORMAT.md"]]

let package = Package(
    name: "posthorn",
    platforms: [.macOS(.v26)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird",
            exact: "2.28.1",
            traits: []
        ),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(
            url: "https://github.com/swift-server/async-http-client",
            exact: "1.37.0",
            traits: []
        ),
        .package(
            url: "https://github.com/swift-server/swift-service-lifecycle",
            exact: "2.13.0"
        ),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    ],
    targets: [
        // The C libraries we take (design.md §9); each a module map and a header, no code.
        // libdeflate is linked as an archive, so that posthorn-rescue needs only the C library.
        .systemLibrary(name: "CDeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(
            name: "CHarfBuzz",
            pkgConfig: "harfbuzz",
            providers: [.apt(["libharfbuzz-dev"])]
        ),
        .systemLibrary(
            name: "CFriBidi",
            pkgConfig: "fribidi",
            providers: [.apt(["libfribidi-dev"])]
        ),
        .systemLibrary(name: "CArgon2", providers: [.apt(["libargon2-dev"])]),
        // The API's description, embedded in the binary as it stands.
        .target(name: "CAPIDocument", exclude: ["openapi.yaml"]),
        .systemLibrary(name: "CZint", providers: [.apt(["libzint-dev"])]),

        library("Mail"),
        .target(
            name: "Journal",
            dependencies: [crypto, "CDeflate"],
            exclude: documents["Journal"] ?? [],
            swiftSettings: house + [optimised],
            linkerSettings: [.linkedLibrary(":libdeflate.a")]
        ),
        library("Rules", ["Mail"]),
        .target(
            name: "Documents",
            dependencies: ["Mail", "CHarfBuzz", "CFriBidi", "CDeflate", crypto],
            swiftSettings: house + [optimised],
            linkerSettings: [.linkedLibrary(":libdeflate.a")]
        ),
        library("Messages", ["Mail"]),
        library("Ledger", ["Mail", sqlite, sqliteC, crypto]),
        library(
            "Office",
            [
                "Mail", "Rules", "Documents", "Messages", "Journal", "Vault", "Ledger", "CArgon2",
                "CDeflate",
                crypto, sqlite, yaml, http, log,
            ] + nio
        ),
        library("Vault", ["Journal", crypto, http] + nio),
        // Templates, words, style and script of the pages, as bytes in the program.
        .target(
            name: "CWebAssets",
            exclude: ["style.css", "script.js", "live.js", "icon.svg", "templates", "words"]
        ),
        library(
            "Web",
            [
                "Mail", "Office", "Ledger", "CWebAssets", "CZint", "CAPIDocument", crypto, log,
                yaml,
            ] + nio + hummingbird
        ),

        // Attackers against real offices: `posthorn siege`.
        library(
            "Siege",
            [
                "Mail", "Ledger", "Journal", "Vault", "Office", "JournalSimulation", crypto, http,
            ] + nio
        ),

        .executableTarget(
            name: "posthorn",
            dependencies: [
                "Siege", "Web", "Office", "Mail", "Rules", "Documents", "Messages", "Journal",
                "Vault",
                "Ledger", arguments, http, log,
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            path: "Sources/PosthornCommand",
            swiftSettings: house
        ),
        .executableTarget(
            name: "posthorn-rescue",
            dependencies: ["Journal", "Vault", arguments],
            path: "Sources/RescueCommand",
            exclude: ["Link"],
            swiftSettings: house + [.unsafeFlags(["-static-stdlib"])],
            linkerSettings: [
                // Swift's own archives that swift-crypto's Foundation import pulls in.
                .unsafeFlags([
                    "-static-stdlib", "-Xlinker", "--start-group", "-lFoundation",
                    "-lCoreFoundation",
                    "-lFoundationInternationalization", "-lFoundationEssentials",
                    "-l_FoundationICU", "-l_FoundationCShims", "-l_FoundationCollections",
                    "-lswiftSynchronization", "-Xlinker", "--end-group",
                    // The HTTP client asks for zlib; what lies here names the archive instead.
                    "-L\(Context.packageDirectory)/Sources/RescueCommand/Link",
                ])
            ]
        ),

        // `make bench`: what we claim of speed and memory, beside the peers measured in the same run.
        .executableTarget(
            name: "posthorn-bench",
            dependencies: [
                "Mail", "Journal", "Documents", "Messages", "Ledger", "Vault", "Office", "Web",
                arguments, http, sqlite, log,
                .product(name: "Hummingbird", package: "hummingbird"),
            ],
            path: "Sources/BenchCommand",
            swiftSettings: house
        ),

        tests("MailTests", ["Mail"]),
        // Crashes, failing calls and lying disks, for the journal's tests and for drills.
        .target(
            name: "JournalSimulation",
            dependencies: ["Journal"],
            swiftSettings: house + [optimised]
        ),
        tests("JournalTests", ["Journal", "JournalSimulation", crypto]),
        .testTarget(
            name: "SimulationTests",
            dependencies: ["Journal", "JournalSimulation"],
            swiftSettings: house + [optimised]
        ),
        // A writer that the fault tests kill, starve and lie to.
        .executableTarget(
            name: "journal-exerciser",
            dependencies: ["Journal", "JournalSimulation"],
            path: "Sources/JournalExerciser",
            swiftSettings: house
        ),
        tests("FaultTests", ["Journal", "JournalSimulation", "journal-exerciser"]),
        tests("RulesTests", ["Rules", "Mail"]),
        tests("DocumentsTests", ["Documents", "Mail", crypto]),
        tests("MessagesTests", ["Messages", "Mail"]),
        tests("LedgerTests", ["Ledger", "Mail"]),
        tests(
            "OfficeTests",
            ["Office", "Mail", "Rules", "Documents", "Ledger", "Journal", "Vault"]
        ),
        tests("VaultTests", ["Vault", "Journal", "JournalSimulation", crypto] + nio),
        tests(
            "WebTests",
            [
                "Web", "Office", "Mail", "Ledger", http, log, yaml,
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ]
        ),
        // These run the commands beside the test bundle. They do not depend on them: the flags that
        // make posthorn-rescue static would be taken over.
        tests("CommandTests", []),
        tests("SiegeTests", ["Siege", "Mail"]),
        tests("TidyTests", []),
    ]
)
