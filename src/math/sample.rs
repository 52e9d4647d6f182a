//! What a sample of numbers shows: mean, spread, quantiles, histogram.

use super::share;

/// The largest number, either way, that a sample may hold: sums and differences stay numbers.
pub const LARGEST: f64 = 1e300;

/// Numbers in rising order, at least one.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    sorted: Vec<f64>,
}

/// One bar of a histogram.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// Its lower end, which belongs to it.
    pub low: f64,
    /// Its upper end, which belongs to the next bin, or to this one if it is the last.
    pub high: f64,
    /// How many numbers lie in it.
    pub count: usize,
}

impl Sample {
    /// Puts `values` in order. None where there is none, or one is not a number within ±10³⁰⁰.
    pub fn new(mut values: Vec<f64>) -> Option<Self> {
        let sound = values.iter().all(|x| x.abs() <= LARGEST);
        values.sort_by(f64::total_cmp);
        (sound && !values.is_empty()).then_some(Self { sorted: values })
    }

    /// The numbers in rising order.
    pub fn sorted(&self) -> &[f64] {
        &self.sorted
    }

    /// The least number.
    pub fn least(&self) -> f64 {
        self.sorted[0]
    }

    /// The greatest number.
    pub fn greatest(&self) -> f64 {
        self.sorted[self.sorted.len() - 1]
    }

    /// The mean.
    pub fn mean(&self) -> f64 {
        let n = self.sorted.len() as f64;
        let mean: f64 = self.sorted.iter().map(|x| x / n).sum();
        mean.clamp(self.least(), self.greatest()) // up to rounding
    }

    /// The standard deviation, estimated with `n − 1`; 0 for a single number.
    pub fn deviation(&self) -> f64 {
        let mean = self.mean();
        let scale = (self.greatest() - mean).max(mean - self.least());
        if scale == 0.0 {
            return 0.0;
        }
        let squares: f64 = self.sorted.iter().map(|x| (x - mean) / scale).map(|d| d * d).sum();
        scale * libm::sqrt(squares / (self.sorted.len() - 1) as f64)
    }

    /// The number below which the share `p` of all lies, 0..1 (anything else is brought into it):
    /// the median at 1/2. Between two numbers it is interpolated (type 7 of Hyndman & Fan,
    /// "Sample Quantiles in Statistical Packages", 1996, which spreadsheets use).
    pub fn quantile(&self, p: f64) -> f64 {
        let last = self.sorted.len() - 1;
        let place = share(p) * last as f64;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0..=last
        let below = place as usize;
        let part = place - below as f64;
        let (low, high) = (self.sorted[below], self.sorted[(below + 1).min(last)]);
        (low + (high - low) * part).min(high)
    }

    /// The share of numbers above `x`, 0..1.
    pub fn share_above(&self, x: f64) -> f64 {
        let above = self.sorted.len() - self.sorted.partition_point(|value| *value <= x);
        above as f64 / self.sorted.len() as f64
    }

    /// A histogram of `count` (at least one) bins of the same width from the least to the greatest
    /// number; a single bin where all are equal.
    pub fn bins(&self, count: u32) -> Vec<Bin> {
        let (least, greatest) = (self.least(), self.greatest());
        if least == greatest {
            return vec![Bin { low: least, high: greatest, count: self.sorted.len() }];
        }
        let count = count.max(1);
        let edge = |k: u32| {
            let part = f64::from(k) / f64::from(count);
            if k == count { greatest } else { (least + (greatest - least) * part).min(greatest) }
        };
        let below = |k: u32| match k {
            0 => 0,
            k if k == count => self.sorted.len(),
            k => self.sorted.partition_point(|x| *x < edge(k)),
        };
        let bin = |k| Bin { low: edge(k), high: edge(k + 1), count: below(k + 1) - below(k) };
        (0..count).map(bin).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(values: &[f64]) -> Sample {
        Sample::new(values.to_vec()).unwrap()
    }

    #[test]
    fn mean_and_spread() {
        let s = sample(&[4.0, 2.0, 5.0, 4.0, 5.0, 7.0, 9.0, 4.0]);
        assert_eq!((s.mean(), s.least(), s.greatest()), (5.0, 2.0, 9.0));
        assert!((s.deviation() - libm::sqrt(32.0 / 7.0)).abs() < 1e-14);
        assert_eq!(sample(&[3.0]).deviation(), 0.0);
    }

    /// As a spreadsheet's PERCENTILE does it.
    #[test]
    fn quantiles_between_the_numbers() {
        let s = sample(&[40.0, 10.0, 30.0, 20.0]);
        assert_eq!([0.0, 0.5, 1.0].map(|p| s.quantile(p)), [10.0, 25.0, 40.0]);
        assert!((s.quantile(0.1) - 13.0).abs() < 1e-12);
        assert_eq!([-1.0, 2.0, f64::NAN].map(|p| s.quantile(p)), [10.0, 40.0, 10.0]);
        assert_eq!(sample(&[3.0]).quantile(0.7), 3.0);
    }

    #[test]
    fn shares_and_bins_count_every_number_once() {
        let s = sample(&[0.0, 1.0, 1.0, 2.0, 4.0]);
        assert_eq!([-1.0, 1.0, 4.0].map(|x| s.share_above(x)), [1.0, 0.4, 0.0]);
        let bins = s.bins(4);
        assert_eq!(bins.iter().map(|b| b.count).collect::<Vec<_>>(), [1, 2, 1, 1]);
        assert_eq!((bins[0].low, bins[3].high, bins[1].low), (0.0, 4.0, 1.0));
        assert_eq!(sample(&[2.0; 3]).bins(9), [Bin { low: 2.0, high: 2.0, count: 3 }]);
        assert_eq!(s.bins(0).len(), 1);
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        let s = sample(&[-LARGEST, LARGEST, LARGEST]);
        assert!(s.mean().is_finite() && s.deviation().is_finite());
        assert!((0..=10).all(|k| s.quantile(f64::from(k) / 10.0).is_finite()));
        assert_eq!(s.bins(7).iter().map(|b| b.count).sum::<usize>(), 3);
        assert_eq!(Sample::new(vec![]), None);
        assert_eq!(Sample::new(vec![1.0, f64::NAN]), None);
        assert_eq!(Sample::new(vec![f64::INFINITY]), None);
    }
}
