//! The elements of a number box, and how its face is written on them.
//!
//! Writing by hand, in one effect a box, costs a key that is typed much less than an effect for
//! every attribute.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use super::face::Face;
use crate::words::{label, shell};

/// The elements that a face is written on.
pub(super) struct Parts {
    root: HtmlElement,
    text: HtmlInputElement,
    hint: HtmlElement,
    /// Name, unit, and the steps down and up, where there is room.
    open: Option<[HtmlElement; 4]>,
    /// The slider and the track that shows its place.
    slider: Option<(HtmlInputElement, HtmlElement)>,
}

impl Parts {
    /// The parts of the box at `root`.
    pub(super) fn of(root: HtmlElement) -> Option<Self> {
        let open = [".label", ".unit", ".step", ".step:last-child"].map(|name| find(&root, name));
        Some(Self {
            text: find(&root, ".box input")?,
            hint: find(&root, ".hint")?,
            open: if let [Some(label), Some(unit), Some(less), Some(more)] = open {
                Some([label, unit, less, more])
            } else {
                None
            },
            slider: find(&root, ".slider input").zip(find(&root, ".slider")),
            root,
        })
    }

    /// Writes whatever is another in `face` than in `before`.
    pub(super) fn write(&self, face: &Face, before: Option<&Face>) {
        let differs = |same: fn(&Face, &Face) -> bool| before.is_none_or(|b| !same(b, face));
        if differs(|a, b| (&a.name, a.language) == (&b.name, b.language)) {
            self.write_names(face);
        }
        if self.text.value() != face.text {
            self.text.set_value(&face.text);
        }
        if differs(|a, b| a.text == b.text) {
            // The styles give the box the room that its text takes.
            let _ = self.root.style().set_property("--n", &format!("{:.1}", digits(&face.text)));
        }
        if differs(|a, b| a.invalid == b.invalid) {
            let _ = self.text.set_attribute("aria-invalid", &face.invalid.to_string());
            let _ = self.root.class_list().toggle_with_force("trouble", face.invalid);
        }
        if differs(|a, b| a.hint == b.hint) {
            self.hint.set_text_content(Some(&face.hint));
            let _ = self.hint.class_list().toggle_with_force("empty", face.hint.is_empty());
        }
        if differs(|a, b| a.original.is_empty() == b.original.is_empty()) {
            let changed = !face.original.is_empty();
            let _ = self.root.class_list().toggle_with_force("changed", changed);
        }
        if differs(|a, b| (a.holds_a_place, a.language) == (b.holds_a_place, b.language)) {
            self.mark_place(face);
        }
        if let Some([label, unit, ..]) = &self.open
            && differs(|a, b| (a.label, a.unit) == (b.label, b.unit))
        {
            label.set_text_content(Some(face.label));
            unit.set_text_content(Some(face.unit));
        }
        self.write_slider(face, before);
    }

    /// Everything that can be pressed or typed into is named in full.
    fn write_names(&self, face: &Face) {
        let between = label::BETWEEN.to(face.language);
        let _ = self.text.set_attribute("aria-label", &face.name);
        if let Some((slider, _)) = &self.slider {
            let name = format!("{}{between}{}", face.name, shell::SLIDER.to(face.language));
            let _ = slider.set_attribute("aria-label", &name);
        }
        if let Some([_, _, less, more]) = &self.open {
            for (step, phrase) in [(less, shell::LESS), (more, shell::MORE)] {
                let name = format!("{}{between}{}", phrase.to(face.language), face.name);
                let _ = step.set_attribute("aria-label", &name);
            }
        }
    }

    /// Says whether the number only holds a place.
    fn mark_place(&self, face: &Face) {
        let _ = self.root.class_list().toggle_with_force("holds-a-place", face.holds_a_place);
        let _ = if face.holds_a_place {
            let words = shell::HOLDS_A_PLACE.to(face.language);
            self.text.set_attribute("aria-description", words)
        } else {
            self.text.remove_attribute("aria-description")
        };
    }

    fn write_slider(&self, face: &Face, before: Option<&Face>) {
        let Some((slider, track)) = &self.slider else { return };
        if before.is_none_or(|b| b.ends != face.ends) {
            slider.set_min(&face.ends.0.to_string());
            slider.set_max(&face.ends.1.to_string());
        }
        if before.is_none_or(|b| b.reading != face.reading) {
            let _ = slider.set_attribute("aria-valuetext", &face.reading);
        }
        let place = |face: &Face| (face.ends, face.position, face.default_at);
        if before.is_none_or(|b| place(b) != place(face)) {
            slider.set_value(&face.position.to_string());
            let style = track.style();
            let _ = style.set_property("--at", &format!("{:.4}", face.at));
            let _ = style.set_property("--default", &format!("{:.4}", face.default_at));
        }
    }
}

/// How wide a text is, in digits: a Chinese character takes two, a point or a comma half of one.
fn digits(text: &str) -> f64 {
    let wide = |c: char| match c {
        '.' | ',' => 0.55,
        c if c.is_ascii() => 1.0,
        _ => 2.0,
    };
    text.chars().map(wide).sum()
}

/// The first element in `root` that `selector` fits.
fn find<T: JsCast>(root: &HtmlElement, selector: &str) -> Option<T> {
    root.query_selector(selector).ok().flatten()?.dyn_into().ok()
}
