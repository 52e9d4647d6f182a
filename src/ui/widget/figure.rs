//! A figure on the page: drawn on a canvas, pointed at, dragged, read as a table, taken along.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::button::Button;
use super::live::{When, live, memo, part};
use super::menu::Menu;
use crate::chart::brush::svg;
use crate::chart::layout::{Frame, layout, layout_like, nearest};
use crate::chart::palette::Theme;
use crate::chart::{Along, Chart, Handle, Hue, Spot, Table};
use crate::ui::browser;
use crate::ui::canvas::{CanvasMeasure, paint_canvas};
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, shell};

/// How near a mouse must come, in CSS pixels.
const MOUSE: f64 = 12.0;
/// How near a finger must come.
const FINGER: f64 = 24.0;
/// Width of a figure that is taken along.
const PRINTED: f64 = 960.0;

/// A kind of file, and how it is saved.
type Export = (Phrase, fn(&Drawn));

/// What a figure can be saved as.
const EXPORTS: [Export; 3] = [
    (Phrase::new("PNG", "PNG"), save_png),
    (Phrase::new("SVG", "SVG"), save_svg),
    (Phrase::new("CSV", "CSV"), save_csv),
];

thread_local! {
    static MEASURE: CanvasMeasure = CanvasMeasure::new();
}

/// A figure laid out for its place on the page.
#[derive(Clone, PartialEq)]
struct Drawn {
    chart: Chart,
    frame: Frame,
    theme: Theme,
}

/// A drag under way: which handle, and the figure as it was taken hold of. Its axes and its plot
/// stay as they were until the end, so that the handle stays under the pointer.
#[derive(Clone, Debug, PartialEq)]
struct Drag {
    handle: usize,
    /// Which way it goes and how far, in the units of its axis.
    along: Along,
    range: (f64, f64),
    /// From the window to the figure, and on to the handle's own centre, in CSS pixels.
    offset: (f64, f64),
    x: (f64, f64),
    y: (f64, f64),
    frame: Frame,
}

/// Everything a figure on the page knows.
#[derive(Clone, Copy)]
struct Stage {
    workspace: Workspace,
    drawn: Memo<Option<Drawn>>,
    /// The spot that is pointed at.
    pointed: RwSignal<Option<usize>>,
    drag: RwSignal<Option<Drag>>,
    /// Told which handle goes where.
    moved: Option<Callback<(usize, f64)>>,
    canvas: NodeRef<html::Canvas>,
    /// What holds the handles.
    handles: NodeRef<html::Div>,
}

/// A figure, or the reason why there is none in its place.
#[component]
pub fn Figure(
    /// The figure.
    chart: Signal<Result<Chart, Phrase>>,
    /// Told which handle is dragged to which place on its axis.
    #[prop(optional, into)]
    moved: Option<Callback<(usize, f64)>>,
) -> impl IntoView {
    let workspace = Workspace::here();
    let width = RwSignal::new(0.0);
    let drag = RwSignal::new(None::<Drag>);
    let drawn = memo(move || {
        let width = width.get();
        let mut chart = chart.get().ok().filter(|_| width > 0.0)?;
        let theme = workspace.theme();
        let frame = MEASURE.with(|measure| match drag.get() {
            None => layout(&chart, width, theme, measure),
            Some(drag) => {
                (chart.x.range, chart.y.range) = (drag.x, drag.y);
                layout_like(&chart, &drag.frame, theme, measure)
            }
        });
        Some(Drawn { chart, frame, theme })
    });
    let stage = Stage {
        workspace,
        drawn,
        pointed: RwSignal::new(None),
        drag,
        moved,
        canvas: NodeRef::new(),
        handles: NodeRef::new(),
    };
    let as_table = RwSignal::new(false);
    let title =
        memo(move || drawn.with(|d| d.as_ref().map(|d| d.chart.title.clone()).unwrap_or_default()));
    let reason = memo(move || chart.with(|chart| chart.as_ref().err().copied()));
    let place = NodeRef::<html::Div>::new();
    place.on_load(move |place| {
        browser::observe_width(&place, move |now| {
            width.try_set(now);
        });
    });
    view! {
        <figure class="figure" aria-label=title>
            <FigureBar stage title as_table/>
            <div class="place" node_ref=place>
                {part(move || reason.get().map(|reason| {
                    view! { <p class="no-figure">{workspace.tell(reason)}</p> }
                }))}
                <div class:away=live(move || as_table.get() || reason.get().is_some())>
                    <Canvas stage/>
                </div>
                <When when=live(move || as_table.get() && reason.get().is_none())>
                    <TableView stage/>
                </When>
            </div>
        </figure>
    }
}

/// Figure or table, and what can be saved.
#[component]
fn FigureBar(stage: Stage, title: Memo<String>, as_table: RwSignal<bool>) -> impl IntoView {
    let tab = move |table: bool, name: Phrase| {
        let pressed = live(move || as_table.get() == table);
        view! { <Button label=name pressed act=move |()| as_table.set(table)/> }
    };
    let save = move |(label, kind): (Phrase, fn(&Drawn))| {
        let save = move |()| {
            stage.drawn.with_untracked(|drawn| drawn.as_ref().map(kind).unwrap_or_default());
        };
        view! { <Button label act=save/> }
    };
    let called = live(move || format!("{}: {}", stage.workspace.say(shell::EXPORT), title.get()));
    view! {
        <figcaption>
            <div class="tabs" role="group" aria-label=title>
                {tab(false, shell::FIGURE)} {tab(true, shell::TABLE)}
            </div>
            <Menu label=shell::EXPORT name=called>
                {EXPORTS.into_iter().map(save).collect_view()}
            </Menu>
        </figcaption>
    }
}

/// The figure as it would be on a wide page.
fn printed(drawn: &Drawn) -> Frame {
    MEASURE.with(|measure| layout(&drawn.chart, PRINTED, drawn.theme, measure))
}

fn save_png(drawn: &Drawn) {
    let canvas = document().create_element("canvas").ok().and_then(|c| c.dyn_into().ok());
    let Some(canvas): Option<web_sys::HtmlCanvasElement> = canvas else { return };
    if paint_canvas(&canvas, &drawn.chart, &printed(drawn), drawn.theme).is_ok()
        && let Ok(address) = canvas.to_data_url()
    {
        browser::download_address(&format!("{}.png", drawn.chart.title), &address);
    }
}

fn save_svg(drawn: &Drawn) {
    let text = svg(&drawn.chart, PRINTED, drawn.theme);
    browser::download(&format!("{}.svg", drawn.chart.title), "image/svg+xml", &text);
}

fn save_csv(drawn: &Drawn) {
    browser::download(&format!("{}.csv", drawn.chart.title), "text/csv", &drawn.chart.table.csv());
}

/// The canvas, and over it what is pointed at and what can be dragged.
#[component]
fn Canvas(stage: Stage) -> impl IntoView {
    paint_when_changed(stage);
    let height = live(move || {
        stage.drawn.with(|d| d.as_ref().map_or("auto".into(), |d| format!("{}px", d.frame.height)))
    });
    let summary = live(move || {
        stage.drawn.with(|drawn| {
            let summary = drawn.as_ref().map(|d| format!("{}: {}", d.chart.title, d.chart.summary));
            format!("{} ({})", summary.unwrap_or_default(), stage.workspace.say(shell::WALK))
        })
    });
    let handles = memo(move || match stage.moved {
        Some(_) => stage.drawn.with(|d| d.as_ref().map_or(0, |d| d.chart.handles.len())),
        None => 0,
    });
    view! {
        <div class="stage" style:height=height
            on:pointermove=move |event| stage.point(&event)
            on:pointerdown=move |event| stage.point(&event)
            on:pointerleave=move |_| stage.pointed.set(None)>
            <canvas node_ref=stage.canvas role="img" tabindex="0" aria-label=summary
                on:keydown=move |event| stage.walk(&event)
                on:blur=move |_| stage.pointed.set(None)/>
            <div node_ref=stage.handles>
                <For each=move || 0..handles.get() key=|k| *k let:k>
                    <Grab stage k/>
                </For>
            </div>
            <Tip stage/>
        </div>
    }
}

/// Paints the figure once a frame, when it has changed, and its handles with it.
fn paint_when_changed(stage: Stage) {
    let waiting = StoredValue::new(false);
    let looks = StoredValue::new(Vec::new());
    Effect::new(move |_| {
        stage.drawn.track();
        stage.drag.track();
        if stage.canvas.get().is_none() || waiting.get_value() {
            return;
        }
        waiting.set_value(true);
        request_animation_frame(move || {
            if waiting.try_set_value(false).is_some() {
                return;
            }
            let Some(canvas) = stage.canvas.try_get_untracked().flatten() else { return };
            stage.drawn.try_with_untracked(|drawn| {
                if let Some(Drawn { chart, frame, theme }) = drawn {
                    let _ = paint_canvas(&canvas, chart, frame, *theme);
                }
            });
            place_handles(stage, looks, PATIENCE);
        });
    });
}

/// For how many frames a figure waits for the elements of its handles.
const PATIENCE: u32 = 30;

/// Writes where the handles are; again in the next frame, while some of their elements are not in
/// the document yet.
fn place_handles(stage: Stage, looks: StoredValue<Vec<Look>>, patience: u32) {
    let placed = stage.drawn.try_with_untracked(|drawn| {
        let Some(Drawn { chart, frame, .. }) = drawn.as_ref().filter(|_| stage.moved.is_some())
        else {
            return Some(true);
        };
        looks.try_update_value(|looks| stage.place_handles(chart, frame, looks))
    });
    if placed.flatten() == Some(false) && patience > 0 {
        request_animation_frame(move || place_handles(stage, looks, patience - 1));
    }
}

impl Stage {
    /// Writes where the handles are and what they say; `looks` is what was written last. Says
    /// whether all of them are in the document.
    fn place_handles(self, chart: &Chart, frame: &Frame, looks: &mut Vec<Look>) -> bool {
        let Some(Some(holder)) = self.handles.try_get_untracked() else { return false };
        let held = self.drag.with_untracked(|drag| drag.as_ref().map(|drag| drag.handle));
        let mut next = holder.first_element_child();
        for (k, handle) in chart.handles.iter().enumerate() {
            let Some(grab) = next else {
                looks.truncate(k);
                return false;
            };
            next = grab.next_element_sibling();
            let look = Look::new(handle, frame, held == Some(k));
            if let Ok(grab) = grab.dyn_into::<web_sys::HtmlElement>() {
                look.write(&grab, looks.get(k));
            }
            match looks.get_mut(k) {
                Some(written) => *written = look,
                None => looks.push(look),
            }
        }
        looks.truncate(chart.handles.len());
        true
    }

    /// Where the pointer is, in CSS pixels of the figure.
    fn pixel(self, event: &ev::PointerEvent) -> Option<(f64, f64)> {
        let place = self.canvas.get_untracked()?.get_bounding_client_rect();
        Some((
            f64::from(event.client_x()) - place.left(),
            f64::from(event.client_y()) - place.top(),
        ))
    }

    /// Finds the spot the pointer is at.
    fn point(self, event: &ev::PointerEvent) {
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
    fn walk(self, event: &ev::KeyboardEvent) {
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
    fn with_handle<T>(self, k: usize, of: impl FnOnce(&Handle, &Frame) -> T) -> Option<T> {
        self.drawn.with(|drawn| {
            let drawn = drawn.as_ref()?;
            drawn.chart.handles.get(k).map(|handle| of(handle, &drawn.frame))
        })
    }

    /// Takes hold of a handle.
    fn take_hold(self, k: usize, event: &ev::PointerEvent) {
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
    fn pull(self, event: &ev::PointerEvent) {
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
    fn let_go(self) {
        if self.drag.with_untracked(Option::is_some) {
            self.drag.set(None);
            self.workspace.seal();
        }
    }

    /// Moves a handle by steps of the arrow keys along its axis; the others go to its neighbours.
    fn nudge(self, k: usize, event: &ev::KeyboardEvent) {
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

const fn along(axis: Along, place: (f64, f64)) -> f64 {
    match axis {
        Along::X => place.0,
        Along::Y => place.1,
    }
}

/// A handle: a real element, so that it can be focused, named and reached without a mouse. Where it
/// is and what it says is written with the figure, once a frame.
#[component]
fn Grab(stage: Stage, k: usize) -> impl IntoView {
    let hold = move |event: ev::PointerEvent| {
        let grab = event.current_target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        if let Some(grab) = grab {
            let _ = grab.set_pointer_capture(event.pointer_id());
        }
        event.stop_propagation();
        stage.take_hold(k, &event);
    };
    view! {
        <span class="grab" role="slider" tabindex="0" aria-valuenow="0"
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

/// What a handle looks like at present.
#[derive(Clone, Debug, PartialEq)]
struct Look {
    left: String,
    top: String,
    class: String,
    /// Words above it while it is held.
    shown: String,
    /// Its attributes by name.
    attributes: [(&'static str, String); 8],
}

impl Look {
    fn new(handle: &Handle, frame: &Frame, held: bool) -> Self {
        let (left, top) = frame.place(handle.at);
        let marks = [
            (held, " held"),
            (handle.quiet, " quiet"),
            (handle.along == Along::Y, " upright"),
            // Its words lie towards the middle of the figure.
            (left < frame.width / 3.0, " left"),
            (left > frame.width * 2.0 / 3.0, " right"),
        ];
        let marks = marks.into_iter().filter(|(holds, _)| *holds).map(|(_, mark)| mark);
        let place = |place: f64| format!("{place:.4}");
        let orientation = if handle.along == Along::X { "horizontal" } else { "vertical" };
        Self {
            left: format!("{left:.2}px"),
            top: format!("{top:.2}px"),
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
        }
    }

    /// Writes onto `grab` whatever is another than in `before`.
    fn write(&self, grab: &web_sys::HtmlElement, before: Option<&Self>) {
        let differs = |of: fn(&Self) -> &String| before.is_none_or(|b| of(b) != of(self));
        for (name, of) in [("left", (|l| &l.left) as fn(&Self) -> &String), ("top", |l| &l.top)] {
            if differs(of) {
                let _ = grab.style().set_property(name, of(self));
            }
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

/// What the pointed spot says, and the line through it where nothing else marks the place.
#[component]
fn Tip(stage: Stage) -> impl IntoView {
    let shown = memo(move || {
        let k = stage.pointed.get()?;
        stage.drawn.with(|drawn| {
            let drawn = drawn.as_ref()?;
            let spot: &Spot = drawn.chart.spots.get(k)?;
            let place = drawn.frame.place(spot.at);
            Some((place, drawn.frame.clone(), spot.clone()))
        })
    });
    let tip = move |((x, y), frame, spot): ((f64, f64), Frame, Spot)| {
        let (first, rest) = spot
            .lines
            .split_first()
            .map_or((String::new(), Vec::new()), |(f, r)| (f.clone(), r.to_vec()));
        let line = spot.area.is_none();
        let plot = frame.plot;
        view! {
            {line.then(|| view! {
                <span class="crosshair" style:left=format!("{x}px")
                    style:top=format!("{}px", plot.top) style:height=format!("{}px", plot.height())></span>
                <span class="spot" style:left=format!("{x}px") style:top=format!("{y}px")></span>
            })}
            <span class="tip" class:flip={x > frame.width / 2.0} style:left=format!("{x}px")
                style:top=format!("{y}px")>
                <b>{first}</b>
                {rest.into_iter().map(|line| view! { <span>{line}</span> }).collect_view()}
            </span>
        }
    };
    let spoken = live(move || shown.get().map(|(_, _, spot)| spot.lines.join(" ")));
    view! {
        {part(move || shown.get().map(tip))}
        <span class="spoken" role="status">{spoken}</span>
    }
}

/// The numbers behind the figure.
#[component]
fn TableView(stage: Stage) -> impl IntoView {
    let table = memo(move || {
        stage.drawn.with(|d| d.as_ref().map(|d| (d.chart.title.clone(), d.chart.table.clone())))
    });
    part(move || table.get().map(|(title, table)| plain_table(title, table)))
}

/// A table of numbers, named and scrollable.
pub fn plain_table(title: String, table: Table) -> AnyView {
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let name = cells.next().unwrap_or_default();
        view! {
            <tr>
                <th scope="row">{name}</th>
                {cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}
            </tr>
        }
    };
    view! {
        <div class="table" tabindex="0" role="region" aria-label=title>
            <table>
                <thead>
                    <tr>{table.head.into_iter().map(|cell| view! { <th scope="col">{cell}</th> }).collect_view()}</tr>
                </thead>
                <tbody>{table.rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
