import AsyncHTTPClient
import Foundation
import Journal
import NIOCore
import NIOHTTP1
import Vault

/// A store with Object Lock that somebody else runs: SeaweedFS, in a folder of the ground.
///
/// The office's key can put, read and list. The owner's can do what an owner can; and whoever sits at
/// the store's own machine (its filer) needs no key at all, which is what the scenarios with a
/// treacherous operator use.
package final class ObjectStore: Sendable {
    package struct Bucket: Sendable {
        let store: ObjectStore
        let name: String
        var address: String { "s3+http://\(ObjectStore.host):\(store.port)/\(name)/gb" }
        /// The file that an office is given: its own key, no other.
        var credentials: String { "\(ObjectStore.writer.key)\n\(ObjectStore.writer.secret)\n" }
    }

    private static let writer = (
        key: "AKIASIEGEWRITER", secret: "siegewritersecretsiegewritersecret"
    )
    private static let owner = (key: "AKIASIEGEOWNER", secret: "siegeownersecretsiegeownersecret")
    /// An address of its own in the namespace, so that its network can be cut.
    static let host = "10.77.0.2"

    let port: Int
    private let filer: Int
    private let running: Running

    /// Starts one and waits until it answers.
    init(_ weed: Tool, on ground: Ground, number: Int) async throws {
        let base = 21_000 + number * 20
        port = base
        filer = base + 1
        let home = try ground.ground("store-\(number)")
        for name in ["data", "tmp"] { _ = try home.ground(name) }
        let config = try home.path("s3.json")
        try Attacker.write(Array(Self.identities.utf8), to: config)
        // It leaves sockets in /tmp: it gets one of its own, and sees its folder as /mnt.
        running = try Tool(path: "/usr/bin/unshare")
            .start(
                [
                    "--mount", "/bin/sh", "-c",
                    "mount --bind \"$1\" /mnt && mount --bind \"$1/tmp\" /tmp && shift && exec \"$@\"",
                    "sh", home.root, weed.path,
                    "server", "-dir=/mnt/data", "-ip=127.0.0.1", "-ip.bind=0.0.0.0",
                    "-master.port=\(base + 2)", "-volume.port=\(base + 3)",
                    "-master.volumeSizeLimitMB=64", "-volume.max=500", "-filer",
                    "-filer.port=\(filer)",
                    "-s3", "-s3.port=\(port)", "-s3.config=/mnt/s3.json",
                    "-master.port.grpc=\(base + 4)", "-volume.port.grpc=\(base + 5)",
                    "-filer.port.grpc=\(base + 6)", "-s3.port.grpc=\(base + 7)",
                    "-s3.port.iceberg=0", "-s3.port.lance=0",
                ]
            )
        try await Network.attach(Self.host)
        for _ in 0..<600 {
            guard running.isRunning else { break }
            if (try? await make("ready-\(number)")) == true { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Siege.Stuck("the store does not start: \(running.errors.suffix(300))")
    }

    private static let identities = """
        {"identities":[
        {"name":"owner","credentials":[{"accessKey":"\(owner.key)","secretKey":"\(owner.secret)"}],
        "actions":["Admin","Read","Write","List"]},
        {"name":"writer","credentials":[{"accessKey":"\(writer.key)","secretKey":"\(writer.secret)"}],
        "actions":["Read","Write","List","PutObjectRetention","GetObjectRetention"]}]}
        """

    /// A bucket of its own, made by the owner.
    func bucket(_ short: String) async throws -> Bucket {
        let name = "siege-\(short)"
        guard try await make(name) else {
            throw Siege.Stuck("the store makes no bucket \(name)")
        }
        return Bucket(store: self, name: name)
    }

    private func make(_ name: String) async throws -> Bool {
        try await client(Bucket(store: self, name: name), isOwner: true)
            .send(
                S3Client.Call(
                    method: .PUT,
                    headers: ["x-amz-bucket-object-lock-enabled": "true"]
                )
            )
            .isSuccess
    }

    /// Speaks with a bucket by the office's key, or by its owner's.
    func client(_ bucket: Bucket, isOwner: Bool = false) throws -> S3Client {
        guard let place = S3Place(bucket.address) else {
            throw Siege.Stuck("\(bucket.address) is no place")
        }
        let who = isOwner ? Self.owner : Self.writer
        return S3Client(
            place,
            S3Credentials(accessKey: who.key, secret: who.secret),
            clock: .siege
        )
    }

    /// What whoever runs the store can do, locks or not: the whole bucket, gone.
    func deleteAsOperator(_ bucket: Bucket) async throws {
        var request = HTTPClientRequest(
            url:
                "http://127.0.0.1:\(filer)/buckets/\(bucket.name)?recursive=true&ignoreRecursiveError=true"
        )
        request.method = .DELETE
        let answer = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
        _ = try await answer.body.collect(upTo: 1 << 20)
        guard (200..<300).contains(answer.status.code) else {
            throw Siege.Stuck("the operator's deletion: status \(answer.status.code)")
        }
    }

    /// The bucket as it was made: what was in it is gone.
    func emptyAsOperator(_ bucket: Bucket) async throws {
        try await deleteAsOperator(bucket)
        guard try await make(bucket.name) else {
            throw Siege.Stuck("the store makes no bucket \(bucket.name) again")
        }
    }
}

extension VaultClock {
    /// The machine's clock.
    static let siege = VaultClock(
        now: { UnixTime(seconds: Int64(time(nil))) },
        sleep: { try? await Task.sleep(for: .milliseconds($0)) }
    )
}

/// The stores of a siege, each started when a scenario first asks for it.
package actor StoreYard {
    private let weed: Tool?
    private let ground: Ground
    private var stores: [Int: ObjectStore] = [:]

    init(_ weed: Tool?, on ground: Ground) {
        self.weed = weed
        self.ground = ground
    }

    /// The store of that number; each has another operator.
    ///
    /// - Throws: ``Siege/Skip`` where no store lies on this machine.
    func store(_ number: Int = 0) async throws -> ObjectStore {
        guard let weed else {
            throw Siege.Skip("no S3 store with Object Lock here: name one with --weed")
        }
        if let store = stores[number] { return store }
        let store = try await ObjectStore(weed, on: ground, number: number)
        stores[number] = store
        return store
    }
}

/// The private network: addresses that are there, or are cut off.
enum Network {
    private static let ip = Tool(path: "/usr/sbin/ip")

    static func attach(_ address: String) async throws {
        _ = try await ip.run(["address", "replace", "\(address)/32", "dev", "lo"])
    }

    /// Nothing reaches that address any more, and nothing that was open goes on.
    static func cut(_ address: String) async throws {
        let done = try await ip.run(["address", "del", "\(address)/32", "dev", "lo"])
        guard done.status == 0 else { throw Siege.Stuck("the network is not cut: \(done.brief)") }
    }
}
