//! The prices that the pages name for our offer, side by side.

use super::{Case, Cost, Counting, Input, sensitivity};
use crate::math::order;
use crate::words::prices::Question;

impl Case {
    /// Every price for our offer that has an answer, from the lowest to the highest.
    pub fn named_prices(&self) -> Vec<(Question, f64)> {
        let Some(ours) = self.ours() else { return Vec::new() };
        let worth = self.economic_value().ok();
        let both = self.win_win().ok().map(|both| both.highlights(self.fallback(&both)));
        let fair = || self.value_map().ok()?.places().first()?.fair_price();
        let profit = || Some(self.choices().ok()?.best_price(0).ok()?.price);
        let tie = || {
            let money = self.counting == Counting::Money;
            money.then(|| sensitivity::tie(self, Input::Cost(ours.id, Cost::Money)))?
        };
        let found = [
            (Question::Cost, Some(ours.unit_cost)),
            (Question::Fair, fair()),
            (Question::Shared, worth.as_ref().and_then(|worth| self.fair_price(worth))),
            (Question::Profit, profit()),
            (Question::Firm, both.as_ref().and_then(|best| Some(best.firm.as_ref()?.price))),
            (Question::Both, both.as_ref().and_then(|best| Some(best.both.as_ref()?.price))),
            (Question::Tie, tie()),
            (Question::Most, worth.as_ref().map(|worth| worth.total(self.worth.claim))),
        ];
        let mut prices: Vec<_> =
            found.into_iter().filter_map(|(asked, price)| Some((asked, price?))).collect();
        order::sort_rising(&mut prices, |(_, price)| *price);
        prices
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Sample, library};
    use super::*;

    /// Each is the price that its own page names.
    #[test]
    fn the_prices_of_the_coffee() {
        let case = library::open(Sample::Coffee);
        let prices = case.named_prices();
        let of = |asked| prices.iter().find(|(question, _)| *question == asked).map(|p| p.1);
        assert!(prices.windows(2).all(|pair| pair[0].1 <= pair[1].1), "in order");
        assert_eq!(of(Question::Cost), Some(8.0));
        // A lead of 7.8 over the best rival at a price of 25; and 12 + 12.5 + 3.5 + 3.5 + 4.5 − 3.5.
        assert!((of(Question::Tie).unwrap() - 32.8).abs() < 1e-9);
        assert!((of(Question::Most).unwrap() - 32.5).abs() < 1e-9);
        assert_eq!(prices.len(), 8);
    }

    #[test]
    fn where_a_page_has_no_price_none_is_named() {
        let mut case = library::open(Sample::Coffee);
        case.counting = Counting::Points;
        let questions: Vec<Question> = case.named_prices().iter().map(|p| p.0).collect();
        assert!(!questions.contains(&Question::Tie) && !questions.contains(&Question::Both));
        assert!(questions.contains(&Question::Fair));
        case.offers.truncate(1);
        assert_eq!(case.named_prices().first().map(|p| p.0), Some(Question::Cost));
    }
}
