import Foundation

/// Runs `wrk` with lodgements of which each has a reference of its own.
struct HTTPLoad {
    struct Figures {
        let rate: Double
        let median: String
        let late: String
        let failures: Int
    }

    /// Where the load generator lies, if it is installed.
    static var wrk: String? {
        ["/usr/bin/wrk", "/usr/local/bin/wrk"]
            .first {
                FileManager.default.isExecutableFile(atPath: $0)
            }
    }

    let wrk: String
    let folder: String
    let clients: Int
    let seconds: Int
    /// Lodgements a second of all clients together; nothing for as many as are answered.
    var rate: Int?

    func run(_ url: String, key: String, name: String, seconds: Int? = nil) throws -> Figures {
        let script = folder + "/lodge.lua"
        try Data((Self.script + pause).utf8).write(to: URL(filePath: script))
        let process = Process()
        process.executableURL = URL(filePath: wrk)
        process.arguments = [
            "--threads", "1", "--connections", String(clients), "--duration",
            "\(seconds ?? self.seconds)s", "--latency", "--script", script, url, "--", name, key,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        Signals.unblock()
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return figures(String(decoding: data, as: UTF8.self))
    }

    private func figures(_ output: String) -> Figures {
        var (rate, median, late, failures) = (0.0, "–", "–", 0)
        for line in output.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            switch words.first {
            case "Requests/sec:": rate = Double(words[1]) ?? 0
            case "50%": median = words[1]
            case "99%": late = words[1]
            case "Non-2xx": failures += words.last.flatMap { Int($0) } ?? 0
            case "Socket":
                failures += words.compactMap { Int($0.filter(\.isNumber)) }.reduce(0, +)
            default: break
            }
        }
        return Figures(rate: rate, median: median, late: late, failures: failures)
    }

    /// How long each client waits before it asks again, more or less.
    private var pause: String {
        guard let rate else { return "" }
        let most = clients * 2_000 / rate
        return "\nfunction delay() return math.random(0, \(most)) end\n"
    }

    static func item(reference: String) -> String {
        item.replacingOccurrences(of: "REF", with: reference)
    }

    private static let script = """
        local item = [[\(HTTPLoad.item)]]
        local threads = 0
        function setup(thread) thread:set("id", threads); threads = threads + 1 end
        local count = 0
        function init(args)
          name, headers = args[1], { ["Content-Type"] = "application/json" }
          if args[2] ~= "" then headers["Authorization"] = "Bearer " .. args[2] end
        end
        function request()
          count = count + 1
          return wrk.format("POST", nil, headers, (item:gsub("REF", name .. id .. "-" .. count)))
        end
        """

    private static let item = """
        {"reference":"REF","product":"packet-tracked","senderKind":"business","sender":{"name":\
        "Ada Fox","company":"Fox Knits Ltd","lines":["12 Mill Lane"],"locality":"Leeds",\
        "postcode":"LS1 4AP","country":"GB","email":"ada@fox.example","phone":"+441130000000",\
        "taxIDs":[{"kind":"IOSS","value":"IM3720000224"}]},"addressee":{"name":\
        "Zoë Łukasiewicz","lines":["ul. Długa 5/7"],"locality":"Kraków","postcode":"31-147",\
        "country":"PL","phone":"+48120000000"},"grossWeight":850,"size":{"length":300,\
        "width":200,"height":80},"contents":{"nature":"sale","lines":[{"description":\
        "Knitted cotton jumper, women's","quantity":2,"lineNetWeight":700,"lineValue":"58.00",\
        "currency":"GBP","tariffCode":"611020","origin":"GB","sku":"FK-22","manufacturerID":\
        "GB-FOX"}],"invoice":"INV-1042"},"postage":{"amount":"12.35","currency":"GBP"},\
        "dutiesPaidBy":"addressee","onNonDelivery":"return"}
        """
}
