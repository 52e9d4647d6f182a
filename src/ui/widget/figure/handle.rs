//! The handles of a figure: real elements over the canvas, written with it once a frame.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::Drawn;
use super::stage::{Stage, along};
use crate::chart::layout::Frame;
use crate::chart::{Along, Chart, Handle, Hue};

/// For how many frames a figure waits for the elements of its handles.
pub(super) const PATIENCE: u32 = 600;

/// Writes where the handles are; again in the next frame, while some of their elements are not in
/// the document yet.
pub(super) fn place_handles(
    stage: Stage,
    looks: StoredValue<Written, LocalStorage>,
    patience: u32,
) {
    let placed = stage.drawn.try_with_untracked(|drawn| {
        let Some(Drawn { chart, frame, .. }) = drawn.as_ref().filter(|_| stage.moved.is_some())
        else {
            return Some(true);
        };
        looks.try_update_value(|looks| write_looks(stage, chart, frame, looks))
    });
    if placed.flatten() == Some(false) && patience > 0 {
        request_animation_frame(move || place_handles(stage, looks, patience - 1));
    }
}

/// Writes where the handles are and what they say; `looks` is what was written last. Says
/// whether all of them are in the document.
fn write_looks(stage: Stage, chart: &Chart, frame: &Frame, looks: &mut Written) -> bool {
    let Some(Some(holder)) = stage.handles.try_get_untracked() else { return false };
    let held = stage.drag.with_untracked(|drag| drag.as_ref().map(|drag| drag.handle));
    let mut next = holder.first_element_child();
    for (k, handle) in chart.handles.iter().enumerate() {
        let Some(grab) = next else {
            looks.truncate(k);
            return false;
        };
        next = grab.next_element_sibling();
        // What was written stands on the element: a new one has nothing on it yet.
        let before = looks.get(k).filter(|(written, _)| *written == grab).map(|(_, look)| look);
        let pose = Pose::new(handle, frame, held == Some(k));
        if before.is_some_and(|look| look.pose == pose) {
            continue;
        }
        let look = Look::new(pose);
        if let Some(grab) = grab.dyn_ref::<web_sys::HtmlElement>() {
            look.write(grab, before);
        }
        match looks.get_mut(k) {
            Some(written) => *written = (grab, look),
            None => looks.push((grab, look)),
        }
    }
    looks.truncate(chart.handles.len());
    true
}

/// A handle: a real element, so that it can be focused, named and reached without a mouse. Where it
/// is and what it says is written with the figure, once a frame; until then nobody meets it.
#[component]
pub(super) fn Grab(stage: Stage, k: usize) -> impl IntoView {
    let hold = move |event: ev::PointerEvent| {
        let grab = event.current_target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        if let Some(grab) = grab {
            let _ = grab.set_pointer_capture(event.pointer_id());
        }
        event.stop_propagation();
        stage.take_hold(k, &event);
    };
    view! {
        <span class="grab" role="slider" tabindex="0" aria-valuenow="0" hidden
            on:pointerdown=hold
            on:pointermove=move |event| stage.pull(&event)
            on:pointerup=move |_| stage.let_go()
            on:pointercancel=move |_| stage.let_go()
            on:blur=move |_| stage.workspace.seal()
            on:keydown=move |event| stage.nudge(k, &event)>
            <span class="knob"></span>
            <span class="reading" aria-hidden="true"></span>
        </span>
    }
}

/// The elements of the handles, and what was written on each of them last.
pub(super) type Written = Vec<(web_sys::Element, Look)>;

/// All that the look of a handle comes from.
#[derive(Clone, Debug, PartialEq)]
struct Pose {
    handle: Handle,
    at: (f64, f64),
    /// Width of the figure.
    width: f64,
    held: bool,
}

impl Pose {
    fn new(handle: &Handle, frame: &Frame, held: bool) -> Self {
        // What another handle pushes out of the plot, while that is held, waits at the border.
        let (left, top) = frame.place(handle.at);
        let at = (left.clamp(0.0, frame.width), top.clamp(0.0, frame.height));
        Self { handle: handle.clone(), at, width: frame.width, held }
    }
}

/// What a handle looks like at present.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Look {
    pose: Pose,
    place: String,
    class: String,
    /// Words above it while it is held.
    shown: String,
    /// Its attributes by name.
    attributes: [(&'static str, String); 8],
}

impl Look {
    fn new(pose: Pose) -> Self {
        let handle = &pose.handle;
        let (left, top) = pose.at;
        let marks = [
            (pose.held, " held"),
            (handle.quiet, " quiet"),
            (handle.along == Along::Y, " upright"),
            (matches!(handle.along, Along::Both { .. }), " free"),
            // Its words lie towards the middle of the figure.
            (left < pose.width / 3.0, " left"),
            (left > pose.width * 2.0 / 3.0, " right"),
        ];
        let marks = marks.into_iter().filter(|(holds, _)| *holds).map(|(_, mark)| mark);
        let place = |place: f64| format!("{place:.4}");
        // One that moves both ways says both numbers in its words; as a number it has but one.
        let orientation = match handle.along {
            Along::X => "horizontal",
            Along::Y => "vertical",
            Along::Both { .. } => "undefined",
        };
        Self {
            place: format!("translate({left:.2}px,{top:.2}px)"),
            class: std::iter::once("grab").chain(marks).collect(),
            shown: format!("{} {}", handle.label, handle.reading),
            attributes: [
                ("data-ink", ink_name(handle.ink.hue)),
                ("tabindex", if handle.quiet { "-1" } else { "0" }.to_owned()),
                ("aria-label", handle.label.clone()),
                ("aria-orientation", orientation.to_owned()),
                ("aria-valuemin", place(handle.range.0)),
                ("aria-valuemax", place(handle.range.1)),
                ("aria-valuenow", place(along(handle.along, handle.at))),
                ("aria-valuetext", handle.reading.clone()),
            ],
            pose,
        }
    }

    /// Writes onto `grab` whatever is another than in `before`.
    fn write(&self, grab: &web_sys::HtmlElement, before: Option<&Self>) {
        let differs = |of: fn(&Self) -> &String| before.is_none_or(|b| of(b) != of(self));
        // A transform moves it without a new layout of the page.
        if differs(|look| &look.place) {
            let _ = grab.style().set_property("transform", &self.place);
        }
        if differs(|look| &look.class) {
            grab.set_class_name(&self.class);
        }
        if differs(|look| &look.shown)
            && let Some(words) = grab.last_element_child()
        {
            words.set_text_content(Some(&self.shown));
        }
        for (k, (name, value)) in self.attributes.iter().enumerate() {
            if before.is_none_or(|before| before.attributes[k].1 != *value) {
                let _ = grab.set_attribute(name, value);
            }
        }
        if before.is_none() {
            grab.set_hidden(false);
        }
    }
}

/// What the style calls the colour of a handle.
fn ink_name(hue: Hue) -> String {
    match hue {
        Hue::Ours => "ours".to_owned(),
        Hue::Rival(n) => format!("rival-{n}"),
        Hue::Gain => "gain".to_owned(),
        Hue::Loss => "loss".to_owned(),
        _ => "quiet".to_owned(),
    }
}
