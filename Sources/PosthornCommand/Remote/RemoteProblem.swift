import Mail
import Office

/// What an office refused, in its own words, and how a command that met it ends.
struct RemoteProblem {
    let status: UInt
    let code: String?
    private let detail: String?
    private let title: String?
    private let hint: String?
    private let fault: OfficeFault?

    init(_ answer: OfficeClient.Answer) {
        let json = try? JSONReader.read(answer.bytes)
        status = answer.status
        code = json?["code"]?.text
        title = json?["title"]?.text
        detail = json?["detail"]?.text
        hint = json?["remedy"]?.text
        fault = json.flatMap { LocalWire.fault($0) }
    }

    var failure: CommandFailure {
        if let fault { return CommandFailure(fault.status, fault.detail, hint: fault.hint) }
        let said = Self.voice(title ?? detail ?? "")
        let about = [code, said.isEmpty ? nil : said].compactMap(\.self).joined(separator: ": ")
        return CommandFailure(
            exit,
            "the office answered \(status)" + (about.isEmpty ? "" : ", \(about)"),
            hint: hint ?? (title == nil ? nil : detail) ?? usual
        )
    }

    private var exit: ExitStatus {
        switch status {
        case 403, 409: .refusedByPolicy
        case 404, 410: .notFound
        case 400, 413, 415, 422: .someRefused
        case 408, 425, 429, 503: .tryAgain
        default: .failed
        }
    }

    private var usual: String? {
        switch status {
        case 401: "give a key with --key-file; `posthorn access key add` makes one"
        case 408, 425, 429, 503: "run the same command again in a moment"
        default: nil
        }
    }

    /// Lower case, without a full stop, as errors are said here.
    private static func voice(_ text: String) -> String {
        var text = text
        if text.hasSuffix(".") { text.removeLast() }
        guard let first = text.first else { return text }
        return first.lowercased() + text.dropFirst()
    }
}
