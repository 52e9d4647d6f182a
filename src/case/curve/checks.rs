//! The three checks of a curve, and what has changed since the former one.

use super::super::Case;
use crate::chart::Table;
use crate::model::value_curve::{Curve, PARALLEL, ValueCurves};
use crate::words::{Language, Unit, curve as words, label};

/// What a check finds.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Whether it is passed.
    pub passed: bool,
    /// Why.
    pub says: String,
}

impl Case {
    /// Offers by name.
    fn offer_name(&self, k: usize, language: Language) -> &str {
        self.offers[k].name.to(language)
    }

    /// The warning that our curve runs parallel to some of theirs; none where it does not.
    pub fn parallel_warning(&self, curves: &ValueCurves, language: Language) -> Option<String> {
        let parallel = curves.parallel_to(0);
        let named =
            |k: &usize| (self.offer_name(*k, language), curves.correlation(0, *k).unwrap_or(1.0));
        let rivals: Vec<(&str, f64)> = parallel.iter().map(named).collect();
        (!rivals.is_empty()).then(|| words::parallel(self.glass(language), &rivals))
    }

    /// The rival whose curve is most like ours, and the correlation; none where no curve has a
    /// shape.
    pub(super) fn most_alike(&self, curves: &ValueCurves) -> Option<(usize, f64)> {
        let alike = (1..self.offers.len()).filter_map(|k| Some((k, curves.correlation(0, k)?)));
        alike.max_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// How far our curve parts from the one most like it.
    pub fn divergence(&self, curves: &ValueCurves, language: Language) -> String {
        match self.most_alike(curves) {
            Some((k, r)) => words::parts(self.glass(language), self.offer_name(k, language), r),
            None => words::FLAT.to(language).to_owned(),
        }
    }

    /// Whether our curve differs in shape from every rival's; and which rivals are alike.
    pub fn check_divergence(&self, curves: &ValueCurves, language: Language) -> Check {
        let warning = self.parallel_warning(curves, language);
        let passed = warning.is_none() && self.most_alike(curves).is_some();
        let says = warning.unwrap_or_else(|| self.divergence(curves, language));
        let count = self.offers.len();
        let pairs = (1..count).flat_map(|a| (a + 1..count).map(move |b| (a, b)));
        let alike = pairs
            .filter_map(|(a, b)| Some((a, b, curves.correlation(a, b)?)))
            .find(|(.., r)| *r >= PARALLEL)
            .map(|(a, b, r)| {
                let names = (self.offer_name(a, language), self.offer_name(b, language));
                words::rivals_alike(self.glass(language), names, r)
            });
        Check {
            passed,
            says: [Some(says), alike].into_iter().flatten().collect::<Vec<_>>().join(" "),
        }
    }

    /// Whether our effort is more focused than the rivals' on average.
    pub fn check_focus(&self, curves: &ValueCurves, language: Language) -> Check {
        let ours = &curves.curves()[0];
        let (Some(rests_on), Some(focus)) = (ours.effective_factors(), ours.focus()) else {
            return Check { passed: false, says: words::NO_FOCUS.to(language).to_owned() };
        };
        let rivals: Vec<f64> = curves.curves().iter().skip(1).filter_map(Curve::focus).collect();
        let mean = (!rivals.is_empty()).then(|| rivals.iter().sum::<f64>() / rivals.len() as f64);
        let count = self.criteria.len();
        let says = words::focus(self.glass(language), rests_on, count, focus, mean);
        Check { passed: mean.is_none_or(|mean| focus > mean), says }
    }

    /// Whether there is a sentence that stands on a few factors, on which we are above all rivals.
    pub fn check_tagline(&self, curves: &ValueCurves, language: Language) -> Check {
        let core = self.core();
        let missing = if self.curve.tagline.to(language).is_empty() {
            Some(words::NO_TAGLINE)
        } else if core.is_empty() {
            Some(words::NO_CORE)
        } else {
            None
        };
        if let Some(missing) = missing {
            return Check { passed: false, says: missing.to(language).to_owned() };
        }
        let total = |k: usize| curves.curves()[k].total_on(&core);
        let best = (1..self.offers.len()).max_by(|a, b| total(*a).total_cmp(&total(*b)));
        let best = best.unwrap_or_default();
        let named = |k: usize| (self.offer_name(k, language), total(k));
        let says = words::tagline(self.glass(language), named(0), named(best));
        Check { passed: total(0) > total(best), says }
    }

    /// Totals, focus and likeness of every offer.
    pub fn checks_table(&self, curves: &ValueCurves, language: Language) -> Table {
        let glass = self.glass(language);
        let core = self.core();
        let none = || words::NONE.to(language).to_owned();
        let plain = |x: f64| glass.cell(x, Unit::Plain);
        let share = |x: f64| words::whole(glass, x);
        let cells = |row: usize, k: usize| {
            let curve = &curves.curves()[k];
            match row {
                0 => plain(curve.total()),
                1 => plain(curve.total_on(&core)),
                2 => curve.effective_factors().map_or_else(none, |x| glass.number(x, 1)),
                3 => curve.focus().map_or_else(none, share),
                _ if k == 0 => String::new(),
                _ => curves.correlation(0, k).map_or_else(none, |r| glass.number(r, 2)),
            }
        };
        let row = |(row, name): (usize, &crate::words::Phrase)| {
            let cells = (0..self.offers.len()).map(|k| cells(row, k));
            std::iter::once(name.to(language).to_owned()).chain(cells).collect()
        };
        let names = (0..self.offers.len()).map(|k| self.offer_name(k, language).to_owned());
        Table {
            head: std::iter::once(words::MEASURE.to(language).to_owned()).chain(names).collect(),
            rows: words::CHECK_ROWS.iter().enumerate().map(row).collect(),
        }
    }

    /// What has changed since our former curve, or that there is none.
    pub fn former_answer(&self, language: Language) -> String {
        if !self.has_former_curve() {
            return words::NO_FORMER.to(language).to_owned();
        }
        let Some(ours) = self.ours() else { return String::new() };
        let moved = self.criteria.iter().zip(&ours.scores);
        let (mut up, mut down) = (0, 0);
        for (before, now) in moved.filter_map(|(c, now)| Some((c.before?, *now))) {
            up += usize::from(now > before);
            down += usize::from(now < before);
        }
        let now = Curve { levels: ours.scores.clone(), price: 0.0 };
        let focus = self.former_curve().and_then(|former| former.focus()).zip(now.focus());
        words::since(self.glass(language), up, down, focus)
    }

    /// Our former level on each factor beside today's, and the price.
    pub fn former_table(&self, language: Language) -> Table {
        let glass = self.glass(language);
        let row = |name: &str, before: Option<f64>, now: f64, unit: Unit| {
            let cells = before
                .map(|before| (glass.cell(before, unit), glass.signed(now - before, Unit::Plain)));
            let (before, change) = cells.unwrap_or_default();
            vec![name.to_owned(), before, glass.cell(now, unit), change]
        };
        let ours = self.ours();
        let scores = ours.map(|ours| ours.scores.as_slice()).unwrap_or_default();
        let levels = self.criteria.iter().zip(scores);
        let levels = levels.map(|(c, now)| row(c.name.to(language), c.before, *now, Unit::Score));
        let price = ours.map(|ours| {
            let name = format!("{} {}", label::COSTS[0].to(language), glass.unit(Unit::Money));
            row(&name, self.curve.price_before, ours.price, Unit::Money)
        });
        let head = [words::FACTOR, words::BEFORE, words::NOW, words::CHANGE];
        Table {
            head: head.map(|name| name.to(language).to_owned()).into(),
            rows: levels.chain(price).collect(),
        }
    }
}
