import Mail
import Office

/// The office's figures as Prometheus reads them; every label is from a closed set.
enum MetricsText {
    static func text(
        _ health: OfficeHealth,
        _ office: ServedOffice,
        _ telemetry: Telemetry
    ) -> String {
        var text = PrometheusText()
        text.metric(
            "posthorn_build_info",
            .gauge,
            "Which Posthorn this is.",
            [(["version": Release.version], 1)]
        )
        addRequests(telemetry, to: &text)
        addConnections(telemetry, to: &text)
        addRefusals(telemetry, to: &text)
        text.metric(
            "posthorn_request_log_missed_total",
            .counter,
            "Requests that the request log had no room for.",
            [([:], Double(office.requests.missed))]
        )
        text.metric(
            "posthorn_lodgements_total",
            .counter,
            "Lodgements answered since the start, by channel and outcome.",
            office.counts.rows.map { row, count in
                (["channel": row.channel.rawValue, "outcome": row.outcome.rawValue], Double(count))
            }
        )
        addOffice(health, office, to: &text)
        WatchFigures.add(office.watcher, to: &text)
        AdvisoryAlarms.add(office, to: &text)
        ProcessFigures.add(to: &text)
        return text.lines
    }

    private static func addRequests(_ telemetry: Telemetry, to text: inout PrometheusText) {
        let figures = telemetry.figures
        text.metric(
            "posthorn_http_requests_total",
            .counter,
            "Requests answered, by route.",
            figures.answers.map { answer, count in
                let labels = [
                    "method": answer.method, "route": answer.route,
                    "status": String(answer.status),
                ]
                return (labels, Double(count))
            }
        )
        text.metric(
            "posthorn_http_requests_in_progress",
            .gauge,
            "Requests that are being answered.",
            [([:], Double(figures.underWay))]
        )
        text.histogram(
            "posthorn_http_request_duration_seconds",
            "How long answers took, by route.",
            figures.latencies.map { route, latency in (["route": route], latency) }
        )
    }

    private static func addConnections(_ telemetry: Telemetry, to text: inout PrometheusText) {
        let connections = telemetry.connections
        text.metric(
            "posthorn_http_connections",
            .gauge,
            "Open connections.",
            [([:], Double(connections.open))]
        )
        text.metric(
            "posthorn_http_connections_refused_total",
            .counter,
            "Connections turned away because too many were open.",
            [([:], Double(connections.refused))]
        )
    }

    private static func addRefusals(_ telemetry: Telemetry, to text: inout PrometheusText) {
        let figures = telemetry.figures
        text.metric(
            "posthorn_http_connection_refusals_total",
            .counter,
            "Requests refused before their route was looked for, by reason.",
            figures.refusals.map { code, count in (["reason": code], Double(count)) }
        )
        text.metric(
            "posthorn_live_viewers",
            .gauge,
            "Pages that follow the office.",
            [([:], Double(figures.viewers))]
        )
    }

    private static func addOffice(
        _ health: OfficeHealth,
        _ office: ServedOffice,
        to text: inout PrometheusText
    ) {
        let gauges: [(String, String, Double)] = [
            ("posthorn_ready", "1 when the office can do its work.", health.isReady ? 1 : 0),
            ("posthorn_writer_queue_turns", "Turns that wait.", Double(health.waiting)),
            (
                "posthorn_writer_queue_turns_limit", "Turns that may wait.",
                Double(office.door.limit)
            ),
            ("posthorn_journal_entries", "Durable entries.", Double(health.durable)),
            (
                "posthorn_journal_published_entries", "Entries of the published checkpoint.",
                Double(office.book.published)
            ),
            (
                "posthorn_journal_damaged_files", "Files of the journal that are damaged now.",
                Double(office.journalWatch.state.damaged.count)
            ),
            ("posthorn_ledger_entries", "Entries the ledger has posted.", Double(health.posted)),
        ]
        for (name, help, value) in gauges { text.metric(name, .gauge, help, [([:], value)]) }
        addWatch(office.journalWatch.state, to: &text)
        if let history = health.history {
            text.metric(
                "posthorn_history_entries_back",
                .gauge,
                "Entries of a restored office that are back.",
                [([:], Double(history.back))]
            )
            text.metric(
                "posthorn_history_entries",
                .gauge,
                "Entries that the restored office has.",
                [([:], Double(history.total))]
            )
        }
        if let free = health.free {
            text.metric(
                "posthorn_disk_free_bytes",
                .gauge,
                "Room on the office's disk.",
                [([:], Double(free))]
            )
        }
    }

    private static func addWatch(_ watch: JournalWatch.State, to text: inout PrometheusText) {
        let counters: [(String, String, UInt64)] = [
            (
                "posthorn_journal_damage_found_total", "Files of the journal found damaged.",
                watch.found
            ),
            ("posthorn_journal_mended_total", "Files of the journal mended.", watch.mended),
            (
                "posthorn_journal_scans_total", "Complete passes through the journal.",
                watch.passes
            ),
            (
                "posthorn_journal_scanned_bytes_total", "Bytes of the journal hashed again.",
                watch.bytes
            ),
        ]
        for (name, help, value) in counters {
            text.metric(name, .counter, help, [([:], Double(value))])
        }
    }
}
