//! What a figure on the page knows, and what pointing and dragging do to it.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::Drawn;
use crate::chart::layout::{Frame, nearest};
use crate::chart::{Along, Handle};
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
    /// Which way it goes and how far, in the units of its axis.
    pub(super) along: Along,
    pub(super) range: (f64, f64),
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
    /// Whether the figure is in view, or nearly.
    pub(super) seen: RwSignal<bool>,
    /// Told which handle goes where.
    pub(super) moved: Option<Callback<(usize, f64)>>,
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
                range: handle.range,
                offset: (figure.0 + x - left, figure.1 + y - top),
                x: drawn.chart.x.range,
                y: drawn.chart.y.range,
                frame: drawn.frame.clone(),
            })
        });
        self.pointed.set(None);
        self.drag.set(held);
    }

    /// Moves the handle that is held.
    pub(super) fn pull(self, event: &ev::PointerEvent) {
        let window = (f64::from(event.client_x()), f64::from(event.client_y()));
        let place = self.drag.with_untracked(|drag| {
            let drag = drag.as_ref()?;
            let pixel = (window.0 - drag.offset.0, window.1 - drag.offset.1);
            let place = along(drag.along, drag.frame.value(pixel));
            Some((drag.handle, place.clamp(drag.range.0, drag.range.1)))
        });
        if let (Some(place), Some(moved)) = (place, self.moved) {
            moved.run(place);
        }
    }

    /// Lets go of the handle.
    pub(super) fn let_go(self) {
        if self.drag.with_untracked(Option::is_some) {
            self.drag.set(None);
            self.workspace.seal();
        }
    }

    /// Moves a handle by steps of the arrow keys along its axis; the others go to its neighbours.
    pub(super) fn nudge(self, k: usize, event: &ev::KeyboardEvent) {
        let key = event.key();
        let Some((at, step, range, across)) = self.with_handle(k, |handle, frame| {
            let span = match handle.along {
                Along::X => {
                    frame.value((frame.plot.left + 4.0, 0.0)).0
                        - frame.value((frame.plot.left, 0.0)).0
                }
                Along::Y => {
                    frame.value((0.0, frame.plot.top)).1
                        - frame.value((0.0, frame.plot.top + 4.0)).1
                }
            };
            let step = if handle.step > 0.0 { handle.step } else { span };
            (along(handle.along, handle.at), step, handle.range, handle.along)
        }) else {
            return;
        };
        let (more, less) = match across {
            Along::X => ("ArrowRight", "ArrowLeft"),
            Along::Y => ("ArrowUp", "ArrowDown"),
        };
        let to = match key.as_str() {
            key if key == more => at + step,
            key if key == less => at - step,
            "PageUp" => at + 10.0 * step,
            "PageDown" => at - 10.0 * step,
            "ArrowDown" | "ArrowRight" => return focus_neighbour(event, true),
            "ArrowUp" | "ArrowLeft" => return focus_neighbour(event, false),
            _ => return,
        };
        event.prevent_default();
        if let Some(moved) = self.moved {
            moved.run((k, to.clamp(range.0, range.1)));
        }
    }
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

/// The coordinate of `place` on `axis`.
pub(super) const fn along(axis: Along, place: (f64, f64)) -> f64 {
    match axis {
        Along::X => place.0,
        Along::Y => place.1,
    }
}
