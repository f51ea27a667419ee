import Hummingbird
import Ledger
import Mail
import Office

/// When the backlog clears: by the release plans there are, or by what if, as a chart and a table.
struct LaneForecastPage {
    private static let longest = 92
    private static let most = 1_000_000_000

    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.laneForecast.route) { request, context in
            try await show(Visit(site, request, context))
        }
    }

    private struct Row {
        let day: String
        let figures: [String]
    }

    private func show(_ visit: Visit) async throws -> Response {
        _ = try await visit.lanes(.laneRead)
        let (words, office) = (visit.words, visit.office)
        var values = FormValues()
        for name in ["lane", "per_hour", "cap", "days"] {
            values.set(name, visit.query(name) ?? "")
        }
        var notes = FindingNotes([], fields: [], words)
        var shown: [String: Any] = ["back": SiteMap.lanes.path()]
        if let question = question(values) {
            let forecast = try LaneForecast(
                question,
                office.ledger,
                try office.judge(),
                at: visit.now
            )
            shown["chart"] = ForecastChart(forecast.days, words)
            shown["rows"] = forecast.days.map { day in
                let figures = [day.released, day.waiting, day.lodged, day.held, day.refused]
                return Row(day: day.day, figures: figures.map(LaneWords.number))
            }
            shown["answers"] = answers(forecast, question, visit)
        } else {
            notes.say(words("lane_forecast_wrong"), at: "lane")
        }
        shown["fields"] = FormSheet(words, values, said: notes.said).fields(plans(words))
        return try visit.answer(
            Page(
                template: "lane-forecast",
                title: words("lane_forecast_title"),
                values: shown,
                status: notes.errors.isEmpty ? .ok : .unprocessableContent,
                section: .lanes,
                errors: notes.errors
            )
        )
    }

    /// Nothing for what cannot be asked.
    private func question(_ values: FormValues) -> LaneForecast.Question? {
        func count(_ name: String, _ most: Int) -> (isThere: Bool, value: Int?) {
            guard let text = values.text(name) else { return (false, nil) }
            return (true, Int(text).flatMap { (1...most).contains($0) ? $0 : nil })
        }
        let selector = values.text("lane").map { try? LaneSelector($0) }
        let (perHour, cap) = (count("per_hour", Self.most), count("cap", Self.most))
        let days = count("days", Self.longest)
        let isWhole = [perHour, cap, days].allSatisfy { $0.isThere == ($0.value != nil) }
        guard isWhole, (selector != nil) == perHour.isThere, selector != nil || !cap.isThere,
            selector.map({ $0 != nil }) ?? true
        else { return nil }
        return LaneForecast.Question(
            selector ?? nil,
            perHour: perHour.value ?? 1,
            cap: cap.value,
            days: days.value ?? 30
        )
    }

    private func answers(
        _ forecast: LaneForecast,
        _ question: LaneForecast.Question,
        _ visit: Visit
    ) -> [String] {
        let (words, lanes) = (visit.words, LaneWords(visit.words))
        let plans = forecast.releases.map { release in
            let name = lanes.lanes(release.plan.selector)
            guard let time = release.clearedAt else {
                return words(
                    "lane_forecast_not",
                    [
                        "lanes": name, "items": LaneWords.number(release.waiting),
                        "days": String(question.days),
                    ]
                )
            }
            return words(
                "lane_forecast_clears",
                ["lanes": name, "time": visit.office.calendar.text(time)]
            )
        }
        let shut = forecast.shut.map { shut in
            words(
                "lane_forecast_shut",
                [
                    "items": LaneWords.number(shut.items),
                    "lanes": lanes.lanes(shut.rule.selector),
                    "state": lanes.state(shut.rule.state.name),
                ]
            )
        }
        return (plans.isEmpty ? [words("lane_forecast_none")] : plans) + shut
    }

    private func plans(_ words: WordList) -> [FieldPlan] {
        func number(_ name: String, _ word: String) -> FieldPlan {
            FieldPlan(
                name,
                words(word),
                .number,
                width: "c2",
                isOptional: true,
                autocomplete: "off"
            )
        }
        return [
            FieldPlan(
                "lane",
                words("lane_f_whatif"),
                .code,
                width: "c6",
                isOptional: true,
                hint: words("lane_f_whatif_hint"),
                autocomplete: "off"
            ), number("per_hour", "lane_f_letgo"), number("cap", "lane_f_cap"),
            number("days", "lane_f_days"),
        ]
    }
}

/// A bar for what leaves each day, and a line of what waits.
struct ForecastChart {
    struct Bar {
        let x: String
        let y: String
        let height: String
        let title: String
    }

    struct Label {
        let x: String
        let text: String
    }

    private static let step = 24
    private static let floor = 200
    private static let top = 20

    let width: String
    let bars: [Bar]
    let points: String
    let labels: [Label]
    let most: String

    init(_ days: [LaneSimulation.Day], _ words: WordList) {
        let highest = max(1, days.map { max($0.waiting, $0.released) }.max() ?? 1)
        func height(_ count: Int) -> Int { count * (Self.floor - Self.top) / highest }
        width = String(max(1, days.count) * Self.step + 4)
        bars = days.enumerated()
            .map { place, day in
                Bar(
                    x: String(place * Self.step + 4),
                    y: String(Self.floor - height(day.released)),
                    height: String(height(day.released)),
                    title: "\(day.day): \(LaneWords.number(day.released))"
                )
            }
        points = days.enumerated()
            .map {
                "\($0.offset * Self.step + Self.step / 2 + 2),"
                    + "\(Self.floor - height($0.element.waiting))"
            }
            .joined(separator: " ")
        labels = days.enumerated().filter { $0.offset % 7 == 0 }
            .map {
                Label(
                    x: String($0.offset * Self.step + 4),
                    text: String($0.element.day.dropFirst(5))
                )
            }
        most = words("lane_chart_most", ["count": LaneWords.number(highest)])
    }
}
