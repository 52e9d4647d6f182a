//! What a figure on the page knows, and what pointing and dragging do to it.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{Drawn, Moved};
use crate::chart::layout::{Frame, nearest};
use crate::chart::{Along, Handle, Point};
use crate::ui::widget::live::Memo;
use crate::ui::workspace::Workspace;

/// How near a mouse must come, in CSS pixels.
const MOUSE: f64 = 12.0;
/// How near a finger must come.
const FINGER: f64 = 24.0;

/// A drag under way: which handle, and the figure as it was taken hold of. Its axes and its plot
/// stay as they were until the end, so that the handle stays under the pointer.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Drag {
    pub(super) handle: usize,
    pub(super) along: Along,
    /// How far it goes left and right, and down and up.
    pub(super) reach: [(f64, f64); 2],
    /// From the window to the figure, and on to the handle's own centre, in CSS pixels.
    pub(super) offset: (f64, f64),
    pub(super) x: (f64, f64),
    pub(super) y: (f64, f64),
    pub(super) frame: Frame,
}

/// Everything a figure on the page knows.
#[derive(Clone, Copy)]
pub(super) struct Stage {
    pub(super) workspace: Workspace,
    pub(super) drawn: Memo<Option<Drawn>>,
    /// The spot that is pointed at.
    pub(super) pointed: RwSignal<Option<usize>>,
    pub(super) drag: RwSignal<Option<Drag>>,
    /// Whether there is a drag under way, for whoever made the figure.
    pub(super) held: RwSignal<bool>,
    /// Whether the figure is in view, or nearly.
    pub(super) seen: RwSignal<bool>,
    /// Told which handle goes where.
    pub(super) moved: Option<Moved>,
    pub(super) canvas: NodeRef<html::Canvas>,
    /// What holds the handles.
    pub(super) handles: NodeRef<html::Div>,
}

impl Stage {
    /// Where the pointer is, in CSS pixels of the figure.
    fn pixel(self, event: &ev::PointerEvent) -> Option<(f64, f64)> {
        let place = self.canvas.get_untracked()?.get_bounding_client_rect();
        Some((
            f64::from(event.client_x()) - place.left(),
            f64::from(event.client_y()) - place.top(),
        ))
    }

    /// Finds the spot the pointer is at.
    pub(super) fn point(self, event: &ev::PointerEvent) {
        if self.drag.with_untracked(Option::is_some) {
            return;
        }
        let Some(at) = self.pixel(event) else { return };
        let reach = if event.pointer_type() == "mouse" { MOUSE } else { FINGER };
        let spot = self.drawn.with_untracked(|drawn| {
            drawn.as_ref().and_then(|d| nearest(&d.chart, &d.frame, at, reach))
        });
        if self.pointed.get_untracked() != spot {
            self.pointed.set(spot);
        }
    }

    /// Walks the spots with the arrow keys.
    pub(super) fn walk(self, event: &ev::KeyboardEvent) {
        let count = self.drawn.with_untracked(|d| d.as_ref().map_or(0, |d| d.chart.spots.len()));
        if count == 0 {
            return;
        }
        let now = self.pointed.get_untracked();
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => now.map_or(0, |now| (now + 1).min(count - 1)),
            "ArrowLeft" | "ArrowUp" => now.map_or(count - 1, |now| now.saturating_sub(1)),
            "Home" => 0,
            "End" => count - 1,
            _ => return,
        };
        event.prevent_default();
        self.pointed.set(Some(next));
    }

    /// Something of one handle, while it is there.
    pub(super) fn with_handle<T>(
        self,
        k: usize,
        of: impl FnOnce(&Handle, &Frame) -> T,
    ) -> Option<T> {
        self.drawn.with(|drawn| {
            let drawn = drawn.as_ref()?;
            drawn.chart.handles.get(k).map(|handle| of(handle, &drawn.frame))
        })
    }

    /// Takes hold of a handle.
    pub(super) fn take_hold(self, k: usize, event: &ev::PointerEvent) {
        let Some((x, y)) = self.pixel(event) else { return };
        let window = (f64::from(event.client_x()), f64::from(event.client_y()));
        let held = self.drawn.with_untracked(|drawn| {
            let drawn = drawn.as_ref()?;
            let handle = drawn.chart.handles.get(k)?;
            // Wherever on the handle it was taken, it is the centre that is moved.
            let (left, top) = drawn.frame.place(handle.at);
            let figure = (window.0 - x, window.1 - y);
            Some(Drag {
                handle: k,
                along: handle.along,
                reach: handle.reach(),
                offset: (figure.0 + x - left, figure.1 + y - top),
                x: drawn.chart.x.range,
                y: drawn.chart.y.range,
                frame: drawn.frame.clone(),
            })
        });
        self.pointed.set(None);
        self.held.set(held.is_some());
        self.drag.set(held);
    }

    /// Moves the handle that is held.
    pub(super) fn pull(self, event: &ev::PointerEvent) {
        let window = (f64::from(event.client_x()), f64::from(event.client_y()));
        let place = self.drag.with_untracked(|drag| {
            let drag = drag.as_ref()?;
            let pixel = (window.0 - drag.offset.0, window.1 - drag.offset.1);
            Some((drag.handle, drag.along, within(drag.frame.value(pixel), drag.reach)))
        });
        if let Some((k, along, place)) = place {
            self.tell(k, along, place);
        }
    }

    /// Tells where a handle goes.
    fn tell(self, k: usize, axis: Along, place: Point) {
        match self.moved {
            Some(Moved::Along(told)) => told.run((k, along(axis, place))),
            Some(Moved::Plane(told)) => told.run((k, place)),
            None => {}
        }
    }

    /// Lets go of the handle.
    pub(super) fn let_go(self) {
        if self.drag.with_untracked(Option::is_some) {
            self.drag.set(None);
            self.held.set(false);
            self.workspace.seal();
        }
    }

    /// Moves a handle by steps of the arrow keys along its axis; where it has but one, the other
    /// keys go to its neighbours.
    pub(super) fn nudge(self, k: usize, event: &ev::KeyboardEvent) {
        let held = self.with_handle(k, |handle, frame| {
            (handle.along, handle.at, handle.reach(), steps(handle, frame))
        });
        let Some((along, at, reach, (across, up))) = held else { return };
        let paged = if along == Along::X { (10.0 * across, 0.0) } else { (0.0, 10.0 * up) };
        let (x, y) = match (event.key().as_str(), along) {
            ("ArrowRight", Along::X | Along::Both { .. }) => (across, 0.0),
            ("ArrowLeft", Along::X | Along::Both { .. }) => (-across, 0.0),
            ("ArrowUp", Along::Y | Along::Both { .. }) => (0.0, up),
            ("ArrowDown", Along::Y | Along::Both { .. }) => (0.0, -up),
            ("PageUp", _) => paged,
            ("PageDown", _) => (-paged.0, -paged.1),
            ("ArrowDown" | "ArrowRight", _) => return focus_neighbour(event, true),
            ("ArrowUp" | "ArrowLeft", _) => return focus_neighbour(event, false),
            _ => return,
        };
        event.prevent_default();
        self.tell(k, along, within((at.0 + x, at.1 + y), reach));
    }
}

/// One step of an arrow key to the right, and one up: where a handle has none of its own, four
/// pixels.
fn steps(handle: &Handle, frame: &Frame) -> (f64, f64) {
    let (left, top) = (frame.plot.left, frame.plot.top);
    let across = || frame.value((left + 4.0, top)).0 - frame.value((left, top)).0;
    let up = || frame.value((left, top)).1 - frame.value((left, top + 4.0)).1;
    let or = |step: f64, pixels: &dyn Fn() -> f64| if step > 0.0 { step } else { pixels() };
    let second = if let Along::Both { step, .. } = handle.along { step } else { handle.step };
    (or(handle.step, &across), or(second, &up))
}

/// The place brought within reach.
fn within(place: Point, [x, y]: [(f64, f64); 2]) -> Point {
    (place.0.clamp(x.0, x.1), place.1.clamp(y.0, y.1))
}

/// Puts the focus on the handle next to this one, or before it.
fn focus_neighbour(event: &ev::KeyboardEvent, next: bool) {
    event.prevent_default();
    let here = event.current_target().and_then(|e| e.dyn_into::<web_sys::Element>().ok());
    let neighbour = here.and_then(|here| {
        if next { here.next_element_sibling() } else { here.previous_element_sibling() }
    });
    if let Some(neighbour) = neighbour.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = neighbour.focus();
    }
}

/// The coordinate of `place` on `axis`; of both the first.
pub(super) const fn along(axis: Along, place: Point) -> f64 {
    match axis {
        Along::X | Along::Both { .. } => place.0,
        Along::Y => place.1,
    }
}
