//! One customer over recency, frequency and time; the groups; who makes the value; whether the
//! forecast held.

use leptos::prelude::*;

use super::{looked, waiting};
use crate::analysis::{Kind, Tenths};
use crate::case::Input;
use crate::case::base::Number;
use crate::chart::{self, Chart, Table};
use crate::ui::desk::Desk;
use crate::ui::widget::figure::{Figure, plain_table};
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{live, memo, part};
use crate::ui::workspace::Workspace;
use crate::words::{Glass, Phrase, Unit, base as words, base::refusal};

/// Sets the number of the customer asked about that a handle stands for.
fn dragged(numbers: &'static [Number]) -> Callback<(usize, f64)> {
    let workspace = Workspace::here();
    Callback::new(move |(k, place): (usize, f64)| {
        let Some(number) = numbers.get(k) else { return };
        let input = Input::Base(*number);
        let field = workspace.case().with_untracked(|case| input.field(case));
        workspace.set(input, place.round().clamp(field.low, field.high));
    })
}

/// The chance of still being a customer over recency and frequency.
#[component]
pub fn MapFigure() -> impl IntoView {
    let chart = looked(Desk::here(), |settings, look, glass| {
        chart::base::map(look, &settings.asked, glass)
    });
    let moved = dragged(&[Number::Asked(1), Number::Asked(0)]);
    view! {
        <section>
            <Heading title=words::MAP remark=words::MAP_REMARK/>
            <Figure chart moved/>
        </section>
    }
}

/// The customer asked about: what to expect, and how the chance falls while they are silent.
#[component]
pub fn Silence() -> impl IntoView {
    let workspace = Workspace::here();
    let desk = Desk::here();
    let forecast = live(move || {
        let (settings, look) = desk.look.get()?;
        Some(match look.asked {
            Some(found) => words::forecast(workspace.glass(), &found, settings.ahead),
            None => workspace.say(words::IMPOSSIBLE).to_owned(),
        })
    });
    let chart = memo(move || {
        let glass = workspace.glass();
        desk.look.with(|look| {
            let (settings, look) = look.as_ref().ok_or(waiting(desk))?;
            if look.asked.is_none() {
                return Err(words::IMPOSSIBLE);
            }
            Ok(chart::base::silence(look, &settings.asked, glass))
        })
    });
    view! {
        <section class="one">
            <Heading title=words::STORY/>
            <p class="finding" role="status">{forecast}</p>
            <Figure chart moved=dragged(&[Number::Asked(2)])/>
        </section>
    }
}

/// The groups by recency, frequency and money.
#[component]
pub fn Groups() -> impl IntoView {
    let workspace = Workspace::here();
    let desk = Desk::here();
    let table = part(move || {
        let glass = workspace.glass();
        let (_, findings) = desk.findings.get()?;
        let count = |x: f64| glass.number(x, 0);
        let money = |x: f64| glass.cell(x, Unit::Money);
        let row = |(group, customers, spend, alive, value): &(_, u64, f64, f64, Option<f64>)| {
            let name = words::group(*group).to(glass.language).to_owned();
            let value = value.map_or_else(String::new, money);
            vec![name, count(*customers as f64), money(*spend), count(*alive), value]
        };
        let head = words::GROUP_COLUMNS.map(|name| name.to(glass.language).to_owned());
        let rows = findings.groups.iter().map(row).collect();
        let title = words::GROUPS.to(glass.language).to_owned();
        Some(plain_table(title, Table { head: head.to_vec(), rows }))
    });
    view! {
        <section class="groups wide">
            <Heading title=words::GROUPS/>
            {table}
            <p class="remark">{workspace.tell(words::GROUPS_REMARK)}</p>
            <Once/>
        </section>
    }
}

/// Why customers who bought once are certain, by the model that takes them so.
#[component]
pub fn Once() -> impl IntoView {
    let workspace = Workspace::here();
    let once = live(move || {
        let kind = workspace.frame().with(|case| case.base.kind);
        (kind == Kind::BgNbd).then(|| words::ONCE.to(workspace.language.get()))
    });
    view! { <p class="remark">{once}</p> }
}

/// Value by tenths of the customers, and the Lorenz curve.
#[component]
pub fn Spread() -> impl IntoView {
    let desk = Desk::here();
    let workspace = Workspace::here();
    let figure = move |of: fn(&Tenths, Glass) -> Chart| {
        memo(move || {
            let glass = workspace.glass();
            desk.findings.with(|found| {
                let (_, findings) = found.as_ref().ok_or(waiting(desk))?;
                findings.spread.as_ref().map(|spread| of(spread, glass)).ok_or(words::NO_SPREAD)
            })
        })
    };
    view! {
        <div class="side-by-side even">
            <Figure chart=figure(chart::base::tenths)/>
            <Figure chart=figure(chart::base::lorenz)/>
        </div>
    }
}

/// The second half of the record hidden, foretold, and held against what came.
#[component]
pub fn HoldOutSection() -> impl IntoView {
    let desk = Desk::here();
    let workspace = Workspace::here();
    let kind = memo(move || workspace.frame().with(|case| case.base.kind));
    Effect::new(move |_| {
        if desk.shown.with(Option::is_some) {
            desk.ask_hold_out(kind.get());
        }
    });
    let says = live(move || {
        let glass = workspace.glass();
        Some(match desk.held_out.get()? {
            Ok(found) => words::held_out(glass, &found),
            Err(why) => refusal::refusal(&why, glass),
        })
    });
    let chart = memo(move || -> Result<Chart, Phrase> {
        let glass = workspace.glass();
        desk.held_out.with(|found| match found {
            Some(Ok(found)) => Ok(chart::base::held_out(found, glass)),
            Some(Err(_)) => Err(words::NO_FIGURE),
            None => Err(waiting(desk)),
        })
    });
    view! {
        <p class="finding">{says}</p>
        <Figure chart/>
    }
}
