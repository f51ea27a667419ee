import Office

extension CommandDesk {
    /// Has the office's writer do something, whether the office is served or opened for it, and
    /// closes what was opened, whatever came of it.
    static func use<Value>(
        of office: OfficeOption,
        _ act: (inout CommandDesk) async throws -> Value
    ) async throws -> Value {
        var desk = try await CommandDesk.open(office.directory)
        let result: Result<Value, any Error>
        do {
            result = .success(try await act(&desk))
        } catch let refusal as OrderRefusal {
            result = .failure(CommandFailure(refusal))
        } catch {
            result = .failure(error)
        }
        try await desk.close()
        return try result.get()
    }
}

extension CommandFailure {
    init(_ refusal: OrderRefusal) {
        let status: ExitStatus =
            switch refusal.kind {
            case .unknown: .notFound
            case .malformed: .usage
            case .refused: .refusedByPolicy
            case .needsApproval: .needsConfirmation
            }
        self.init(status, refusal.detail, hint: refusal.hint)
    }
}
