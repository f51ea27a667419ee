/// Does the same work on every element, on all cores, and keeps the order.
///
/// The elements are cut into a few runs rather than one task each: the work on one item is some
/// tens of microseconds, of which a task of its own would be a good part.
package func inParallel<Element: Sendable, Result: Sendable>(
    _ elements: [Element],
    _ work: @escaping @Sendable (Element) throws -> Result
) async throws -> [Result] {
    let runs = 4
    guard elements.count > runs else { return try elements.map(work) }
    let size = (elements.count + runs - 1) / runs
    return try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
        for (number, start) in stride(from: 0, to: elements.count, by: size).enumerated() {
            let run = elements[start..<min(start + size, elements.count)]
            group.addTask { (number, try run.map(work)) }
        }
        var parts: [Int: [Result]] = [:]
        for try await (number, results) in group { parts[number] = results }
        return parts.sorted { $0.key < $1.key }.flatMap(\.value)
    }
}
