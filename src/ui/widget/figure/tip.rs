//! What is said of the place that is pointed at.

use leptos::prelude::*;

use super::stage::Stage;
use crate::chart::Spot;
use crate::chart::layout::Frame;
use crate::ui::widget::live::{live, memo, part};

/// What the pointed spot says, and the line through it where nothing else marks the place.
#[component]
pub(super) fn Tip(stage: Stage) -> impl IntoView {
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
