//! What to expect of a customer from now on.

/// Times and rates below this count as zero.
const TINY: f64 = 1e-100;

/// Times and rates above this count as this.
const HUGE: f64 = 1e100;

/// How one goes on who is a customer now. Times are positive, from [`Outlook`]'s hands.
pub trait GoesOn {
    /// Chance of staying a customer for a `time`.
    fn stays(&self, time: f64) -> f64;

    /// Expected purchases within a `time`.
    fn expected_purchases(&self, time: f64) -> f64;

    /// Chance of exactly `n` purchases, a whole number, within a `time`.
    fn probability_of(&self, n: f64, time: f64) -> f64;

    /// Chance of `n` or more purchases, a whole number above 0, within a `time`.
    fn probability_of_at_least(&self, n: f64, time: f64) -> f64;

    /// Expected purchases without end, each worth `e^(−rate·t)`; none where that is infinite.
    fn discounted_purchases(&self, rate: f64) -> Option<f64>;
}

/// What to expect of a customer from now on: of a new one, or of a known one who may have left.
///
/// Times are counted from now, in the unit of the model. Whatever is below zero counts as zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outlook<M> {
    /// Chance of still being a customer.
    alive: f64,
    /// How one goes on who is.
    then: M,
}

impl<M: GoesOn> Outlook<M> {
    pub(super) const fn new(alive: f64, then: M) -> Self {
        Self { alive, then }
    }

    /// Chance of still being a customer now, 0..1.
    pub const fn p_alive(&self) -> f64 {
        self.alive
    }

    /// Chance of still being a customer after a `time`.
    pub fn p_alive_after(&self, time: f64) -> f64 {
        self.alive * self.then.stays(amount(time))
    }

    /// Expected purchases within a `time`.
    pub fn expected_purchases(&self, time: f64) -> f64 {
        self.alive * self.then.expected_purchases(amount(time))
    }

    /// Chance of exactly `n` purchases within a `time`.
    pub fn probability_of(&self, n: u32, time: f64) -> f64 {
        let gone = if n == 0 { 1.0 - self.alive } else { 0.0 };
        gone + self.alive * self.then.probability_of(f64::from(n), amount(time))
    }

    /// Chance of `n` or more purchases within a `time`.
    pub fn probability_of_at_least(&self, n: u32, time: f64) -> f64 {
        self.at_least(f64::from(n), amount(time))
    }

    fn at_least(&self, n: f64, time: f64) -> f64 {
        if n == 0.0 { 1.0 } else { self.alive * self.then.probability_of_at_least(n, time) }
    }

    /// The fewest purchases within a `time` that are not exceeded with at least the chance
    /// `level`; none where that is not between 0 and 1 (itself out of reach). Above 2⁵³ it is
    /// taken as that.
    pub fn quantile(&self, level: f64, time: f64) -> Option<u64> {
        const MOST: u64 = 1 << 53;
        if !(0.0..1.0).contains(&level) {
            return None;
        }
        let exceeded = |n: u64| self.at_least((n + 1) as f64, amount(time)) > 1.0 - level;
        if !exceeded(0) {
            return Some(0);
        }
        let (mut low, mut high) = (0, 1);
        while high < MOST && exceeded(high) {
            (low, high) = (high, 2 * high);
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if exceeded(middle) { low = middle } else { high = middle }
        }
        Some(high)
    }

    /// From how many to how many purchases there will be within a `time` with a chance of at least
    /// `share`, and at most half of the rest on either side; none where `share` is not between 0
    /// and 1.
    pub fn prediction_interval(&self, share: f64, time: f64) -> Option<(u64, u64)> {
        let outside = (1.0 - share) / 2.0;
        self.quantile(outside, time).zip(self.quantile(1.0 - outside, time))
    }

    /// Discounted expected (residual) transactions: the expected purchases from now on for ever,
    /// each worth `e^(−rate·t)` today, with a continuous discount `rate` per unit of time.
    ///
    /// None where nothing bounds the sum: without discount in a model in which many stay for ever.
    pub fn discounted_purchases(&self, rate: f64) -> Option<f64> {
        let sum = self.alive * self.then.discounted_purchases(amount(rate))?;
        sum.is_finite().then_some(sum)
    }
}

/// A time or a rate within what can be computed with.
fn amount(x: f64) -> f64 {
    if x >= TINY { x.min(HUGE) } else { 0.0 }
}
