//! A figure on the page: drawn on a canvas, pointed at, dragged, read as a table, taken along.

mod handle;
mod stage;
mod table;
mod tip;

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

pub use self::table::plain_table;

use self::handle::{Grab, place_handles};
use self::stage::{Drag, Stage};
use self::table::TableView;
use self::tip::Tip;
use super::button::Button;
use super::live::{Memo, When, live, memo, part};
use super::menu::Menu;
use crate::chart::brush::svg;
use crate::chart::layout::{Frame, layout, layout_like};
use crate::chart::palette::Theme;
use crate::chart::{Chart, Point};
use crate::ui::browser;
use crate::ui::canvas::{CanvasMeasure, paint_canvas};
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, shell};

/// How far out of view a figure still counts as seen, in CSS pixels.
const NEAR: i32 = 200;
/// How far behind a figure that nobody sees may be.
const UNSEEN: Duration = Duration::from_millis(250);
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

/// Who is told of a handle that is dragged.
#[derive(Clone, Copy)]
pub enum Moved {
    /// Told which handle, and where on its axis; for figures whose handles move along one.
    Along(Callback<(usize, f64)>),
    /// Told which handle, and where in the plane.
    Plane(Callback<(usize, Point)>),
}

impl From<Callback<(usize, f64)>> for Moved {
    fn from(told: Callback<(usize, f64)>) -> Self {
        Self::Along(told)
    }
}

impl From<Callback<(usize, Point)>> for Moved {
    fn from(told: Callback<(usize, Point)>) -> Self {
        Self::Plane(told)
    }
}

/// A figure, or the reason why there is none in its place.
#[component]
pub fn Figure(
    /// The figure.
    chart: Memo<Result<Chart, Phrase>>,
    /// Told which handle is dragged to which place.
    #[prop(optional, into)]
    moved: Option<Moved>,
    /// Its width in CSS pixels, for a figure that is another where there is little room.
    #[prop(optional)]
    width: RwSignal<f64>,
    /// Whether one of its handles is held.
    #[prop(optional)]
    held: RwSignal<bool>,
) -> impl IntoView {
    let workspace = Workspace::here();
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
        held,
        seen: RwSignal::new(true),
        moved,
        canvas: NodeRef::new(),
        handles: NodeRef::new(),
    };
    let as_table = RwSignal::new(false);
    let title = memo(move || {
        let title = drawn.with(|drawn| drawn.as_ref().map(|drawn| drawn.chart.title.clone()));
        title.unwrap_or_else(|| workspace.say(shell::FIGURE).to_owned())
    });
    let reason = memo(move || chart.with(|chart| chart.as_ref().err().copied()));
    let place = NodeRef::<html::Div>::new();
    place.on_load(move |place| {
        browser::observe_width(&place, move |now| {
            width.try_set(now);
        });
        browser::observe_sight(&place, NEAR, move |seen| {
            stage.seen.try_set(seen);
        });
    });
    view! {
        <figure class="figure" aria-label=title.signal()>
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
            <div class="tabs" role="group" aria-label=title.signal()>
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

/// Paints the figure once a frame, when it has changed, and its handles with it. One that nobody
/// sees leaves the frame to those that are seen, and follows a little later.
fn paint_when_changed(stage: Stage) {
    let waiting = StoredValue::new(false);
    let looks = StoredValue::new_local(Vec::new());
    let paint = move || {
        if waiting.try_set_value(false).is_some() {
            return;
        }
        let Some(canvas) = stage.canvas.try_get_untracked().flatten() else { return };
        stage.drawn.try_with_untracked(|drawn| {
            if let Some(Drawn { chart, frame, theme }) = drawn {
                let _ = paint_canvas(&canvas, chart, frame, *theme);
            }
        });
        place_handles(stage, looks, handle::PATIENCE);
    };
    Effect::new(move |painted: Option<bool>| {
        stage.drawn.track();
        stage.drag.track();
        let seen = stage.seen.get();
        if stage.canvas.get().is_none() || waiting.get_value() {
            return painted.unwrap_or_default();
        }
        waiting.set_value(true);
        if seen || !painted.unwrap_or_default() {
            request_animation_frame(paint);
        } else {
            set_timeout(paint, UNSEEN);
        }
        true
    });
}
