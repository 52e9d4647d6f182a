//! When something was bought, and the period that it falls in.

use crate::math::calendar::{Date, monday};

/// Seconds of a day.
const DAY: i64 = 86_400;

/// Days of a mean Gregorian year: 146,097 days in 400 years.
const YEAR_DAYS: f64 = 365.242_5;

/// A point in time on the clock by which the file was written: no time zone is added or taken off,
/// since a shop's day is the day on its own wall.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

impl Moment {
    /// Midnight at the beginning of a date.
    pub const fn midnight(date: Date) -> Self {
        Self(date.days() * DAY)
    }

    /// So many seconds later on the same day; at the latest its last second.
    pub const fn at(self, seconds: u32) -> Self {
        let seconds = if seconds < 86_400 { seconds as i64 } else { DAY - 1 };
        Self(self.day() * DAY + seconds)
    }

    /// The day, counted from 1970-01-01.
    pub const fn day(self) -> i64 {
        self.0.div_euclid(DAY)
    }

    /// The date.
    pub const fn date(self) -> Date {
        Date::from_days(self.day())
    }

    /// The time of day in seconds since midnight.
    pub const fn seconds(self) -> i64 {
        self.0.rem_euclid(DAY)
    }

    /// Midnight at the beginning of the same day.
    pub const fn floor(self) -> Self {
        Self(self.day() * DAY)
    }
}

/// How finely purchases are told apart: what is bought by one customer in one period is one
/// purchase, and time is counted in whole periods.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Period {
    /// A day of the calendar.
    #[default]
    Day,
    /// From Monday to Sunday.
    Week,
    /// A month of the calendar.
    Month,
    /// A year of the calendar.
    Year,
}

impl Period {
    /// The first day of the period that a moment falls in, counted from 1970-01-01.
    pub const fn start(self, moment: Moment) -> i64 {
        match self {
            Self::Day => moment.day(),
            Self::Week => monday(moment.day()),
            Self::Month => moment.date().month_start().days(),
            Self::Year => moment.date().year_start().days(),
        }
    }

    /// Days of a mean period: 1, 7, 30.436875 and 365.2425. Months and years differ in length, so
    /// a time from one month to another, counted like this, is not quite a whole number.
    pub const fn days(self) -> f64 {
        match self {
            Self::Day => 1.0,
            Self::Week => 7.0,
            Self::Month => YEAR_DAYS / 12.0,
            Self::Year => YEAR_DAYS,
        }
    }

    /// How many periods lie between two moments' periods: 1 from one month to the next.
    pub const fn between(self, from: Moment, to: Moment) -> i64 {
        let (early, late) = (from.date(), to.date());
        match self {
            Self::Day => to.day() - from.day(),
            Self::Week => (self.start(to) - self.start(from)) / 7,
            Self::Month => 12 * (late.year() - early.year()) + late.month() - early.month(),
            Self::Year => late.year() - early.year(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(year: i64, month: i64, day: i64) -> Moment {
        Moment::midnight(Date::new(year, month, day).unwrap())
    }

    #[test]
    fn a_moment_is_a_day_and_a_time() {
        let late = on(1969, 12, 31).at(86_399);
        assert_eq!((late.day(), late.seconds()), (-1, 86_399));
        assert_eq!(late.floor(), on(1969, 12, 31));
        assert_eq!(on(2024, 2, 29).at(u32::MAX), on(2024, 2, 29).at(86_399));
    }

    #[test]
    fn periods_begin_where_the_calendar_says() {
        let moment = on(2024, 5, 1).at(60);
        let starts = [Period::Day, Period::Week, Period::Month, Period::Year];
        let expected = [on(2024, 5, 1), on(2024, 4, 29), on(2024, 5, 1), on(2024, 1, 1)];
        for (period, start) in starts.into_iter().zip(expected) {
            assert_eq!(period.start(moment), start.day(), "{period:?}");
        }
    }

    #[test]
    fn whole_periods_are_counted_by_the_calendar() {
        let (from, to) = (on(2023, 12, 31), on(2024, 3, 1).at(5));
        let count = |period: Period| period.between(from, to);
        assert_eq!(count(Period::Day), 61);
        assert_eq!(count(Period::Week), 9);
        assert_eq!(count(Period::Month), 3);
        assert_eq!(count(Period::Year), 1);
        assert_eq!(Period::Month.between(to, from), -3);
        assert!((Period::Month.days() - 30.436_875).abs() < 1e-15);
    }
}
