/// An office at rest whose every item is in one vault, a copy of its keys kept elsewhere: where those
/// begin who hold its vault credential.
struct VaultedOffice: Sendable {
    let bucket: ObjectStore.Bucket
    let office: StakedOffice
    let keys: GroundPath

    /// Lodges under load and ships.
    init(on field: Field, bucket name: String) async throws {
        bucket = try await field.stores.store().bucket(name)
        office = try await StakedOffice(
            on: field,
            vaults: [bucket],
            promise: 1
        )
        keys = try field.ground.path("kept-keys")
        let live = try await office.serve()
        try await Clients(office: live, book: office.book)
            .lodge(field.count(small: 60, full: 2_000))
        try await live.stop()
        try Attacker.copy(office.file("keys"), to: keys)
    }
}
