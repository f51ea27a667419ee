import Glibc

/// The same work on many values, on all cores.
enum Parallel {
    static let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

    /// Keeps the order; small inputs stay on the caller's task.
    static func map<Value: Sendable, Result: Sendable>(
        _ values: [Value],
        perTask: Int,
        _ transform: @escaping @Sendable (Value) throws -> Result
    ) async throws -> [Result] {
        let tasks = min(cores, (values.count + perTask - 1) / perTask)
        guard tasks > 1 else { return try values.map(transform) }
        let share = (values.count + tasks - 1) / tasks
        return try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
            for start in stride(from: share, to: values.count, by: share) {
                let slice = values[start..<min(start + share, values.count)]
                group.addTask { (start, try slice.map(transform)) }
            }
            // The caller's task does a share too, while the others run.
            var shares = [(0, try values[..<share].map(transform))]
            for try await result in group { shares.append(result) }
            return shares.sorted { $0.0 < $1.0 }.flatMap { $0.1 }
        }
    }
}
