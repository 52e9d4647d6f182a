//! The figures of what a price does to both sides, from a case.

use super::{Case, Input};
use crate::chart::Chart;
use crate::chart::win_win::{curves, landmarks, quadrants};
use crate::model::win_win::{Highlights, WinWin};
use crate::words::Language;

impl Case {
    /// What both sides gain at every price.
    pub fn gains_figure(
        &self,
        both: &WinWin,
        highlights: &Highlights,
        language: Language,
    ) -> Chart {
        let landmarks = landmarks(both, self.deal(both), highlights);
        let price = self.ours().map(|ours| Input::Price(ours.id).name(self, language));
        let glass = self.glass(language);
        curves(both, &landmarks, highlights, price.unwrap_or_default(), glass)
    }

    /// Who gains and who loses, price by price.
    pub fn quadrants_figure(
        &self,
        both: &WinWin,
        highlights: &Highlights,
        language: Language,
    ) -> Chart {
        let landmarks = landmarks(both, self.deal(both), highlights);
        quadrants(both, &landmarks, highlights, self.glass(language))
    }
}
