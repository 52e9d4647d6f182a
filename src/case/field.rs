//! What a number means and may be: its name, its unit, its range, and how it is stepped and read.

use crate::words::{self, Currency, Phrase, Reading, Trouble, Unit};

/// What a number means and may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field {
    /// Its name.
    pub label: Phrase,
    /// Its unit.
    pub unit: Unit,
    /// The least value allowed.
    pub low: f64,
    /// The greatest value allowed.
    pub high: f64,
    /// One step of an arrow key.
    pub step: Step,
    /// The ends of the slider, where they do not follow from the value at hand.
    pub slider: Option<(f64, f64)>,
}

/// How far an arrow key or a step button moves a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Always as far.
    Fixed(f64),
    /// About a hundredth of the slider's length, rounded to 1, 2 or 5 times a power of ten.
    Scaled,
}

/// The greatest rate a year.
pub(super) const MOST_RATE: f64 = 10.0;
/// The greatest amount of money or points.
const MOST: f64 = 1e12;

/// A quantity from 0 up whose size the case decides.
pub(super) const fn amount(label: Phrase, unit: Unit) -> Field {
    Field { label, unit, low: 0.0, high: MOST, step: Step::Scaled, slider: None }
}

/// A quantity of either sign whose size the case decides.
pub(super) const fn balance(label: Phrase) -> Field {
    Field { label, unit: Unit::Money, low: -MOST, high: MOST, step: Step::Scaled, slider: None }
}

/// A bounded quantity; the slider has its own, shorter range.
pub(super) const fn bounded(
    label: Phrase,
    unit: Unit,
    (low, high): (f64, f64),
    slider: (f64, f64),
    step: f64,
) -> Field {
    Field { label, unit, low, high, step: Step::Fixed(step), slider: Some(slider) }
}

/// A score from 0 to 10.
pub(super) const fn score(label: Phrase) -> Field {
    bounded(label, Unit::Score, (0.0, 10.0), (0.0, 10.0), 0.5)
}

/// A share from 0 to 1.
pub(super) const fn share(label: Phrase) -> Field {
    bounded(label, Unit::Share, (0.0, 1.0), (0.0, 1.0), 0.01)
}

/// A rate of interest or growth.
pub(super) const fn rate(label: Phrase, low: f64, slider: (f64, f64)) -> Field {
    bounded(label, Unit::Share, (low, MOST_RATE), slider, 0.005)
}

/// Why a number cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FieldError {
    /// The text is not a number of this unit.
    Text(Trouble),
    /// The number is below the least allowed, which is given.
    Below(f64),
    /// The number is above the greatest allowed, which is given.
    Above(f64),
}

impl Field {
    /// Reads `text` as a value of this field in a case of this money.
    ///
    /// # Errors
    /// [`FieldError`] says whether the text or the size is at fault.
    pub fn read(&self, text: &str, currency: Currency) -> Result<Reading, FieldError> {
        let reading = words::read(text, self.unit, currency).map_err(FieldError::Text)?;
        // A limit shown in ten digits may round to just beyond itself.
        let slack = |limit: f64| limit.abs() * 1e-9;
        if reading.value < self.low - slack(self.low) {
            Err(FieldError::Below(self.low))
        } else if reading.value > self.high + slack(self.high) {
            Err(FieldError::Above(self.high))
        } else {
            Ok(Reading { value: reading.value.clamp(self.low, self.high), ..reading })
        }
    }

    /// The ends of a slider that suits a value of about `anchor`.
    pub fn slider(&self, anchor: f64) -> (f64, f64) {
        let (low, high) = match self.slider {
            Some((low, high)) if anchor <= high && anchor >= low => (low, high),
            Some((low, high)) => (low.min(anchor), high.max(round_up(anchor))),
            None => {
                let reach = round_up(2.0 * anchor.abs()).max(self.unit_step() * 10.0);
                (if self.low < 0.0 { -reach } else { 0.0 }, reach)
            }
        };
        (low.max(self.low), high.min(self.high))
    }

    /// How far an arrow key moves a value of about `anchor`.
    pub fn step(&self, anchor: f64) -> f64 {
        match self.step {
            Step::Fixed(step) => step,
            Step::Scaled => round_up(self.slider(anchor).1 / 200.0),
        }
    }

    /// One of the unit as the reader sees it.
    fn unit_step(&self) -> f64 {
        match self.unit {
            Unit::Minutes => 1.0 / 60.0,
            Unit::Share => 0.01,
            _ => 1.0,
        }
    }
}

/// The next number from `x` up that is 1, 2 or 5 times a power of ten; 1 for 0 and below.
pub(super) fn round_up(x: f64) -> f64 {
    if x <= 0.0 || !x.is_finite() {
        return 1.0;
    }
    let power = libm::pow(10.0, libm::floor(libm::log10(x)));
    let lead = x / power * (1.0 - 1e-12);
    power * [1.0, 2.0, 5.0].into_iter().find(|nice| lead <= *nice).unwrap_or(10.0)
}

/// `x` at the nearest multiple of `step`, written without the bits that multiplying leaves behind:
/// 57 steps of 0.01 are 0.57. Without a step, `x` itself.
pub fn snapped(x: f64, step: f64) -> f64 {
    if step > 0.0 { round_off((x / step).round() * step) } else { x }
}

/// Takes off the last bits that a subtraction leaves behind, so that a churn of 20 % makes a
/// retention of 80 % and not of 79.999….
pub(super) fn round_off(x: f64) -> f64 {
    if x.abs() < 1e3 { (x * 1e12).round() / 1e12 } else { x }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::label;

    #[test]
    fn steps_and_sliders_are_round() {
        let price = amount(label::MARGIN, Unit::Money);
        assert_eq!(price.slider(25.0), (0.0, 50.0));
        assert_eq!(price.step(25.0), 0.5);
        assert_eq!(price.slider(0.0), (0.0, 10.0));
        assert_eq!(price.slider(100_000.0), (0.0, 200_000.0));
        assert_eq!(round_up(3.0), 5.0);
        assert_eq!(round_up(1e-3), 1e-3);
    }

    #[test]
    fn a_field_answers_for_its_range() {
        let share = share(label::RETENTION);
        let read = |text| share.read(text, Currency::Yuan);
        assert_eq!(read("82").map(|r| r.value), Ok(0.82));
        assert_eq!(read("−1"), Err(FieldError::Below(0.0)));
        assert_eq!(read("101"), Err(FieldError::Above(1.0)));
        assert_eq!(read("x"), Err(FieldError::Text(Trouble::NotANumber)));
    }
}
