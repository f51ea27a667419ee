extension CalendarDay {
    /// The moment at which the day begins in UTC.
    ///
    /// The days-from-civil arithmetic is ``Moment/day`` the other way round.
    package var start: Moment {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let shiftedMonth = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = Int64(era * 146_097 + dayOfEra - 719_468)
        return Moment(milliseconds: days * 86_400_000)
    }

    /// The moment at which the next day begins in UTC.
    package var end: Moment { Moment(milliseconds: start.milliseconds + 86_400_000) }
}
