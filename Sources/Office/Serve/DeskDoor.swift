/// The way to the office's single writer, for everybody who serves somebody.
package struct DeskDoor: Sendable {
    let queue: DeskQueue

    /// How many wait for the writer.
    package var waiting: Int { queue.count }

    /// How many may wait.
    package var limit: Int { queue.limit }

    /// Records what was checked; many callers share one durable segment.
    ///
    /// - Throws: ``DeskRefusal``, or what the journal or the ledger threw.
    package func lodge(_ results: [CheckStep.Result]) async throws -> [LodgeOutcome] {
        try await withCheckedThrowingContinuation { continuation in
            do throws(DeskRefusal) {
                try queue.add(.lodge(results) { continuation.resume(with: $0) })
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }

    /// Has the writer do something by itself: look at the ledger, decide, record.
    ///
    /// - Throws: ``DeskRefusal``, or what `act` threw.
    package func perform<Value: Sendable>(
        _ act: @escaping @Sendable (inout OfficeDesk) async throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let turn = DeskQueue.Turn.act(
                { desk in
                    do {
                        continuation.resume(returning: try await act(&desk))
                    } catch {
                        continuation.resume(throwing: error)
                    }
                },
                refuse: { continuation.resume(throwing: $0) }
            )
            do throws(DeskRefusal) {
                try queue.add(turn)
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }

    /// Refuses everything, saying why, until it is called with nothing.
    func hold(_ refusal: DeskRefusal?) { queue.hold(refusal) }

    /// Takes nothing more; the loop ends when what waits is done.
    package func close() { queue.close() }
}
