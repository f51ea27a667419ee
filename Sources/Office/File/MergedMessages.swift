import Mail

/// All items' messages in one file: an interchange for each destination in every batch.
actor MergedMessages {
    private let step: MessageStep
    private let file: GrowingFile

    init(_ step: MessageStep, _ file: GrowingFile) {
        self.step = step
        self.file = file
    }

    func add(_ records: [ItemRecord]) throws {
        let destinations = Dictionary(grouping: records, by: \.item.addressee.country)
        for (_, records) in destinations.sorted(by: { $0.key < $1.key }) {
            try file.write(try step.edifact(records))
        }
    }

    func finish() throws { try file.finish() }
}
