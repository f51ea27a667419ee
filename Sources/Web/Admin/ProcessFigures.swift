import Glibc

/// The figures every process has, under the names every dashboard knows.
enum ProcessFigures {
    static func add(to text: inout PrometheusText) {
        var usage = rusage()
        _ = unsafe getrusage(__rusage_who_t(truncatingIfNeeded: RUSAGE_SELF.rawValue), &usage)
        text.metric(
            "process_cpu_seconds_total",
            .counter,
            "Processor time used.",
            [([:], seconds(usage.ru_utime) + seconds(usage.ru_stime))]
        )
        if let pages = residentPages() {
            text.metric(
                "process_resident_memory_bytes",
                .gauge,
                "Memory in use.",
                [([:], Double(pages * Int(getpagesize())))]
            )
        }
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }

    /// The second number of `/proc/self/statm`.
    private static func residentPages() -> Int? {
        let descriptor = unsafe open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 128)
        let count = unsafe bytes.withUnsafeMutableBytes {
            unsafe read(descriptor, $0.baseAddress, $0.count)
        }
        guard count > 0 else { return nil }
        let words = String(decoding: bytes[..<count], as: UTF8.self).split(separator: " ")
        return words.count > 1 ? Int(words[1]) : nil
    }
}
