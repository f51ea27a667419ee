import Mail

/// The day of posting, where stated, is a day of the calendar.
struct PostingDateMustBeADay: Rule {
    let codes: [FindingCode: String] = [
        .postingDateMalformed: "The day of posting is not a day written YYYY-MM-DD."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        guard let written = examined.lodgement.postingDate, CalendarDay(written) == nil
        else { return [] }
        return [
            Finding(
                .postingDateMalformed,
                at: "/postingDate",
                ["found": written, "expected": examined.context.day.text]
            )
        ]
    }
}
