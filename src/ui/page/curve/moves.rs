//! Eliminate, reduce, raise, create: worked out from the levels, and to be chosen.

use leptos::prelude::*;

use super::options::{Entry, Options};
use crate::case::change::Rows;
use crate::case::{Case, Id};
use crate::model::value_curve::Move;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{Each, Memo, When, live, memo, part};
use crate::ui::widget::rows::row_ids;
use crate::ui::workspace::Workspace;
use crate::words::{Language, Unit, curve as words, label};

/// The four moves that set a curve apart, as they stand in the grid.
const FOUR: [Move; 4] = [Move::Eliminate, Move::Raise, Move::Reduce, Move::Create];

/// What one factor is to us.
#[derive(Clone, Debug, PartialEq)]
struct Standing {
    /// What it is called.
    name: String,
    /// The move we make on it.
    made: Move,
    /// Our level, and the rivals' lowest and highest.
    levels: [String; 2],
    /// What each of the moves would take, or why it is not open.
    entries: Vec<Entry>,
}

/// Every factor as the reader sees it; nothing where there are no curves.
fn standings(case: &Case, language: Language) -> Vec<Standing> {
    let Ok(curves) = case.value_curves(case.top_price()) else { return Vec::new() };
    let glass = case.glass(language);
    let level = |x: f64| glass.cell(x, Unit::Plain);
    let entry = |k: usize, wanted: Move| {
        let name = words::a_move(wanted).to(language);
        match curves.nearest(0, k, wanted) {
            Some(Err(why)) => {
                let why = words::barrier(why).to(language);
                (words::closed(language, name, why), false)
            }
            _ => (name.to_owned(), true),
        }
    };
    let standing = |(k, made): (usize, Move)| {
        let (low, high) = curves.span(0, k).unwrap_or_default();
        let rivals =
            if low == high { level(low) } else { format!("{}–{}", level(low), level(high)) };
        Standing {
            name: case.criteria[k].name.to(language).to_owned(),
            made,
            levels: [level(curves.curves()[0].levels[k]), rivals],
            entries: Move::ALL.map(|wanted| entry(k, wanted)).into(),
        }
    };
    curves.moves(0).unwrap_or_default().into_iter().enumerate().map(standing).collect()
}

/// The grid of the four moves, and a list in which another can be chosen for each factor.
#[component]
pub fn Moves() -> impl IntoView {
    let workspace = Workspace::here();
    let all = memo(move || {
        let language = workspace.language.get();
        workspace.settled().with(|case| standings(case, language))
    });
    let some = live(move || all.with(|all| !all.is_empty()));
    let ids = row_ids(Rows::Criteria);
    let row = move |id: Id| view! { <Factor id all/> }.into_any();
    view! {
        <When when=some>
            <section class="moves">
                <Heading title=words::MOVES remark=words::MOVES_REMARK/>
                <div class="four">
                    {FOUR.into_iter().map(|made| view! { <Quarter made all/> }).collect_view()}
                </div>
                <div class="grid" tabindex="0" role="region" aria-label=workspace.tell(words::MOVES)>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{workspace.tell(words::FACTOR)}</th>
                                <th scope="col">{workspace.tell(words::OURS)}</th>
                                <th scope="col">{workspace.tell(words::RIVALS)}</th>
                                <th scope="col">{workspace.tell(words::MOVE)}</th>
                            </tr>
                        </thead>
                        <tbody><Each ids row/></tbody>
                    </table>
                </div>
            </section>
        </When>
    }
}

/// One move, and the factors it is made on.
#[component]
fn Quarter(made: Move, all: Memo<Vec<Standing>>) -> impl IntoView {
    let workspace = Workspace::here();
    let names = memo(move || {
        all.with(|all| {
            let here = all.iter().filter(|standing| standing.made == made);
            here.map(|standing| standing.name.clone()).collect::<Vec<_>>()
        })
    });
    let none = live(move || names.with(Vec::is_empty));
    let list =
        part(move || names.get().into_iter().map(|name| view! { <li>{name}</li> }).collect_view());
    view! {
        <div data-move=words::a_move(made).en>
            <h3>
                {workspace.tell(words::a_move(made))} " "
                <small>{workspace.tell(words::meaning(made))}</small>
            </h3>
            <ul>{list}</ul>
            <When when=none><p class="remark">{workspace.tell(words::NONE)}</p></When>
        </div>
    }
}

/// One factor, and the list of moves.
#[component]
fn Factor(id: Id, all: Memo<Vec<Standing>>) -> impl IntoView {
    let workspace = Workspace::here();
    let standing = memo(move || {
        let k = workspace.frame().with(|case| case.criterion_index(id))?;
        all.with(|all| all.get(k).cloned())
    });
    let of = move |of: fn(Standing) -> String| live(move || standing.get().map(of));
    let called = live(move || {
        let [between, made] = [label::BETWEEN, words::MOVE].map(|words| workspace.say(words));
        format!("{}{between}{made}", standing.get().map(|s| s.name).unwrap_or_default())
    });
    let entries = memo(move || standing.get().map(|s| s.entries).unwrap_or_default());
    let chosen = live(move || {
        let made = standing.get().map_or(Move::Keep, |standing| standing.made);
        Move::ALL.into_iter().position(|other| other == made).unwrap_or_default()
    });
    let choose = Callback::new(move |k: usize| {
        if let Some(wanted) = Move::ALL.get(k) {
            workspace.edit(|case| case.take_move(id, *wanted));
        }
    });
    view! {
        <tr>
            <th scope="row">{of(|s| s.name)}</th>
            <td>{of(|s| s.levels[0].clone())}</td>
            <td>{of(|s| s.levels[1].clone())}</td>
            <td class="choose"><Options called entries chosen choose/></td>
        </tr>
    }
}
