//! Undo and redo as lists of whole cases.

use super::{Case, Input};

/// How many steps back are kept.
pub const STEPS: usize = 200;

/// The cases before and after the present one.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Case>,
    future: Vec<Case>,
    /// The input whose changes still belong to the latest step: a drag or a word being typed.
    open: Option<Input>,
}

impl History {
    /// Notes that `before` is about to change. Changes of the same input in a row are one step
    /// until [`History::seal`]; a change without an input is a step of its own.
    pub fn record(&mut self, before: &Case, input: Option<Input>) {
        let goes_on = input.is_some() && self.open == input;
        if !goes_on {
            if self.past.len() == STEPS {
                self.past.remove(0);
            }
            self.past.push(before.clone());
        }
        self.future.clear();
        self.open = input;
    }

    /// Ends the step: the next change begins a new one.
    pub fn seal(&mut self) {
        self.open = None;
    }

    /// The case before the latest step, in exchange for the present one.
    pub fn undo(&mut self, now: &Case) -> Option<Case> {
        self.open = None;
        let before = self.past.pop()?;
        self.future.push(now.clone());
        Some(before)
    }

    /// The case that was undone last, in exchange for the present one.
    pub fn redo(&mut self, now: &Case) -> Option<Case> {
        self.open = None;
        let after = self.future.pop()?;
        self.past.push(now.clone());
        Some(after)
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to take again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(worth: f64) -> Case {
        Case { hour_worth: worth, ..Case::default() }
    }

    #[test]
    fn a_drag_is_one_step() {
        let mut history = History::default();
        for worth in [0.0, 1.0, 2.0] {
            history.record(&case(worth), Some(Input::HourWorth));
        }
        history.seal();
        history.record(&case(3.0), Some(Input::HourWorth));
        assert_eq!(history.undo(&case(4.0)), Some(case(3.0)));
        assert_eq!(history.undo(&case(3.0)), Some(case(0.0)));
        assert_eq!(history.undo(&case(0.0)), None);
        assert_eq!(history.redo(&case(0.0)), Some(case(3.0)));
        assert_eq!(history.redo(&case(3.0)), Some(case(4.0)));
        assert!(!history.can_redo());
    }

    #[test]
    fn a_new_change_ends_redoing() {
        let mut history = History::default();
        history.record(&case(0.0), None);
        assert_eq!(history.undo(&case(1.0)), Some(case(0.0)));
        history.record(&case(0.0), None);
        assert!(!history.can_redo());
    }

    #[test]
    fn keeps_the_latest_steps() {
        let mut history = History::default();
        for k in 0..STEPS + 50 {
            history.record(&case(k as f64), None);
        }
        let mut now = case(-1.0);
        let mut steps = 0;
        while let Some(before) = history.undo(&now) {
            now = before;
            steps += 1;
        }
        assert_eq!((steps, now.hour_worth), (STEPS, 50.0));
    }
}
