//! The seller's guess against the customer's score.
//!
//! *Question.* Do we know how the customer sees us? The seller guesses the customer's score on
//! each criterion; the greatest overestimate is the blind spot: the customer, not the
//! seller, sets the value of an offer.

/// Guesses beside scores, criterion by criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Perception {
    /// Guess less score for each criterion; positive where the seller thinks too well of himself.
    pub gaps: Vec<f64>,
    /// Mean of the guesses.
    pub mean_guess: f64,
    /// Mean of the customer's scores.
    pub mean_score: f64,
}

impl Perception {
    /// Sets `guesses` beside `scores`; extra entries of the longer list do not count. None where
    /// there is nothing to compare.
    pub fn new(guesses: &[f64], scores: &[f64]) -> Option<Self> {
        let pairs = || guesses.iter().zip(scores);
        let n = pairs().count();
        if n == 0 || pairs().any(|(g, s)| !(g.is_finite() && s.is_finite())) {
            return None;
        }
        Some(Self {
            gaps: pairs().map(|(g, s)| g - s).collect(),
            mean_guess: pairs().map(|(g, _)| g).sum::<f64>() / n as f64,
            mean_score: pairs().map(|(_, s)| s).sum::<f64>() / n as f64,
        })
    }

    /// The criterion the seller overestimates most, and by how much; none where no guess is too high.
    pub fn blind_spot(&self) -> Option<(usize, f64)> {
        let worst = self.gaps.iter().copied().enumerate().max_by(|(i, a), (j, b)| {
            a.total_cmp(b).then(j.cmp(i)) // of equal gaps the first
        });
        worst.filter(|(_, gap)| *gap > 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blind_spot_of_row_a5() {
        let p = Perception::new(&[8.0, 8.0, 7.0, 9.0], &[6.0, 8.0, 5.0, 5.0]).unwrap();
        assert_eq!((p.mean_guess, p.mean_score), (8.0, 6.0));
        assert_eq!(p.blind_spot(), Some((3, 4.0)));
    }

    #[test]
    fn modesty_is_no_blind_spot() {
        assert_eq!(Perception::new(&[3.0], &[5.0]).unwrap().blind_spot(), None);
        assert_eq!(Perception::new(&[], &[]), None);
        assert_eq!(Perception::new(&[f64::NAN], &[1.0]), None);
    }
}
