//! The calendar: days counted from 1970-01-01, and the dates they fall on.
//!
//! Gregorian throughout, also before 1582. A year that begins in March puts the leap day last, so
//! that the days before a month are `(153·m + 2) / 5` and no table is needed.
//!
//! *Source.* Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).

/// Days in 400 years, after which the calendar repeats.
const ERA: i64 = 146_097;

/// Days from 0000-03-01, where the eras begin, to 1970-01-01.
const EPOCH: i64 = 719_468;

/// A day of the calendar that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i64,
    month: i64,
    day: i64,
}

impl Date {
    /// The date, where there is one: years 1 to 9999, months 1 to 12, and the days of that month.
    pub const fn new(year: i64, month: i64, day: i64) -> Option<Self> {
        let there = 1 <= year && year <= 9999 && 1 <= month && month <= 12 && 1 <= day;
        if there && day <= days_in(year, month) { Some(Self { year, month, day }) } else { None }
    }

    /// The date `days` after 1970-01-01, from the year 1 to the year 9999.
    pub const fn from_days(days: i64) -> Self {
        let days = clamp(days, Self::FIRST.days(), Self::LAST.days()) + EPOCH;
        let (era, of_era) = (days.div_euclid(ERA), days.rem_euclid(ERA));
        let leaps = of_era / 1_460 - of_era / 36_524 + of_era / (ERA - 1);
        let year = (of_era - leaps) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * march + 2) / 5 + 1;
        let month = if march < 10 { march + 3 } else { march - 9 };
        let january = if month <= 2 { 1 } else { 0 };
        Self { year: year + 400 * era + january, month, day }
    }

    const FIRST: Self = Self { year: 1, month: 1, day: 1 };
    const LAST: Self = Self { year: 9999, month: 12, day: 31 };

    /// Days from 1970-01-01; negative before.
    pub const fn days(self) -> i64 {
        let (year, march) = if self.month > 2 {
            (self.year, self.month - 3)
        } else {
            (self.year - 1, self.month + 9)
        };
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = (153 * march + 2) / 5 + self.day - 1;
        era * ERA + 365 * of_era + of_era / 4 - of_era / 100 + of_year - EPOCH
    }

    /// The year, 1 to 9999.
    pub const fn year(self) -> i64 {
        self.year
    }

    /// The month, 1 to 12.
    pub const fn month(self) -> i64 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub const fn day(self) -> i64 {
        self.day
    }

    /// The first day of its month.
    pub const fn month_start(self) -> Self {
        Self { day: 1, ..self }
    }

    /// The first day of its year.
    pub const fn year_start(self) -> Self {
        Self { month: 1, day: 1, ..self }
    }
}

/// Days in a month of a year.
const fn days_in(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

const fn clamp(x: i64, low: i64, high: i64) -> i64 {
    if x < low {
        low
    } else if x > high {
        high
    } else {
        x
    }
}

/// The Monday on or before a day, both counted from 1970-01-01, which was a Thursday.
pub const fn monday(days: i64) -> i64 {
    days - (days + 3).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(year: i64, month: i64, day: i64) -> i64 {
        Date::new(year, month, day).unwrap().days()
    }

    #[test]
    fn known_days() {
        assert_eq!(days(1970, 1, 1), 0);
        assert_eq!(days(1969, 12, 31), -1);
        assert_eq!(days(2000, 2, 29), 11_016);
        assert_eq!(days(2024, 1, 31), 19_753);
        // Day 0 of the spreadsheets, 25,569 days before 1970.
        assert_eq!(days(1899, 12, 30), -25_569);
        assert_eq!(days(1, 1, 1), -719_162);
        assert_eq!(days(9999, 12, 31), 2_932_896);
    }

    #[test]
    fn every_day_of_nine_hundred_years_follows_the_one_before() {
        let mut date = Date::new(1700, 1, 1).unwrap();
        for day in date.days()..days(2600, 1, 1) {
            assert_eq!((Date::from_days(day), date.days()), (date, day));
            let (y, m, d) = (date.year(), date.month(), date.day());
            let next = [(y, m, d + 1), (y, m + 1, 1), (y + 1, 1, 1)];
            date = next.into_iter().find_map(|(y, m, d)| Date::new(y, m, d)).unwrap();
        }
        assert_eq!(date, Date::new(2600, 1, 1).unwrap());
    }

    #[test]
    fn days_that_are_not_there_are_refused() {
        let none = [(2023, 2, 29), (1900, 2, 29), (2024, 4, 31), (2024, 0, 1), (2024, 13, 1)];
        for (y, m, d) in none.into_iter().chain([(2024, 1, 0), (0, 1, 1), (10_000, 1, 1)]) {
            assert_eq!(Date::new(y, m, d), None, "{y}-{m}-{d}");
        }
        assert!(Date::new(2000, 2, 29).is_some());
    }

    #[test]
    fn beyond_the_calendar_is_its_end() {
        assert_eq!(Date::from_days(i64::MAX), Date::new(9999, 12, 31).unwrap());
        assert_eq!(Date::from_days(i64::MIN), Date::new(1, 1, 1).unwrap());
    }

    #[test]
    fn weeks_begin_on_monday() {
        let monday_of = |y, m, d| Date::from_days(monday(days(y, m, d)));
        assert_eq!(monday_of(2024, 4, 30), Date::new(2024, 4, 29).unwrap());
        assert_eq!(monday_of(2024, 4, 29), Date::new(2024, 4, 29).unwrap());
        assert_eq!(monday_of(1969, 12, 28), Date::new(1969, 12, 22).unwrap());
    }
}
