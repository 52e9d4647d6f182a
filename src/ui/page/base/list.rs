//! All customers: sorted, looked through page by page, and taken along.

use leptos::prelude::*;

use super::preview::Pick;
use super::sections::Once;
use crate::analysis::{Column, Headings, List, Listing};
use crate::chart;
use crate::model::customers::Group;
use crate::ui::desk::Desk;
use crate::ui::widget::button::Button;
use crate::ui::widget::figure::Figure;
use crate::ui::widget::live::{When, live, memo, part};
use crate::ui::workspace::Workspace;
use crate::words::{Glass, Unit, base as words};

/// How many customers a page has.
const COUNT: usize = 20;

/// The list with all that can be done with it.
#[component]
pub fn ListSection() -> impl IntoView {
    let desk = Desk::here();
    let workspace = Workspace::here();
    let listing = RwSignal::new(Listing { count: COUNT, ..Listing::default() });
    // Values that have become others are another list.
    let found =
        memo(move || desk.findings.with(|found| found.as_ref().map(|(settings, _)| *settings)));
    Effect::new(move |_| {
        if found.get().is_some() {
            desk.ask_list(listing.get());
        }
    });
    let table = part(move || {
        let glass = workspace.glass();
        desk.list.with(|list| list.as_ref().map(|list| rows(list, glass)))
    });
    let story = memo(move || {
        let glass = workspace.glass();
        desk.story.with(|story| {
            story.as_ref().map(|story| chart::base::story(story, glass)).ok_or(words::WAIT)
        })
    });
    let title = live(move || {
        let glass = workspace.glass();
        desk.story.with(|story| story.as_ref().map(|story| words::story(glass, &story.name)))
    });
    view! {
        <Filter listing/>
        <div class="grid customers" tabindex="0" role="region" aria-label=workspace.tell(words::LIST)>
            <table>
                <thead><tr>
                    {Column::ALL.map(|by| view! { <th scope="col" aria-sort=sorted(listing, by)><Sort listing by/></th> }).collect_view()}
                    <td></td>
                </tr></thead>
                <tbody>{table}</tbody>
            </table>
        </div>
        <Pages listing/>
        <div class="told" tabindex="-1" role="group" aria-label=title node_ref=told(desk)>
            <When when=live(move || title.get().is_some())>
                <h3>{title}</h3>
                <Figure chart=story/>
            </When>
        </div>
        <Once/>
    }
}

/// The place of the story. A new one is brought into view, for it stands below the list.
fn told(desk: Desk) -> NodeRef<leptos::html::Div> {
    let place = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |before: Option<()>| {
        let there = desk.story.with(Option::is_some);
        if before.is_some() && there {
            request_animation_frame(move || {
                if let Some(place) = place.get_untracked() {
                    let _ = place.focus();
                    place.scroll_into_view();
                }
            });
        }
    });
    place
}

/// How a column is sorted, for those who cannot see it.
fn sorted(listing: RwSignal<Listing>, by: Column) -> Signal<&'static str> {
    live(move || {
        listing.with(|listing| match (listing.by == by, listing.rising) {
            (false, _) => "none",
            (true, true) => "ascending",
            (true, false) => "descending",
        })
    })
}

/// The heading of a column: pressed, it sorts; pressed again, the other way round.
#[component]
fn Sort(listing: RwSignal<Listing>, by: Column) -> impl IntoView {
    let sort = move |()| {
        listing.update(|listing| {
            listing.rising = if listing.by == by { !listing.rising } else { by.rises() };
            listing.by = by;
            listing.from = 0;
        });
    };
    let pressed = live(move || listing.with(|listing| listing.by == by));
    view! { <Button label=words::list_column(by) pressed act=sort/> }
}

/// Only some of them, and all of them as a file.
#[component]
fn Filter(listing: RwSignal<Listing>) -> impl IntoView {
    let desk = Desk::here();
    let workspace = Workspace::here();
    let names = live(move || {
        let group = |group: Group| workspace.say(words::group(group)).to_owned();
        let all = workspace.say(words::ALL_GROUPS).to_owned();
        std::iter::once(all).chain(Group::ALL.into_iter().map(group)).collect::<Vec<_>>()
    });
    let chosen = live(move || {
        let place = |group| Group::ALL.iter().position(|other| *other == group);
        listing.with(|listing| listing.group.and_then(place).map_or(0, |k| k + 1))
    });
    let choose = Callback::new(move |k: usize| {
        listing.update(|listing| {
            listing.group = k.checked_sub(1).and_then(|k| Group::ALL.get(k).copied());
            listing.from = 0;
        });
    });
    let typed = move |event| {
        listing.update(|listing| {
            listing.name = event_target_value(&event);
            listing.from = 0;
        });
    };
    let export = move |()| desk.export(&headings(workspace));
    view! {
        <div class="picks">
            <Pick label=words::GROUP_COLUMNS[0] names chosen choose/>
            <label class="pick">
                <span>{workspace.tell(words::SEARCH)}</span>
                <input type="text" autocomplete="off" spellcheck="false" on:input=typed/>
            </label>
            <Button label=words::EXPORT act=export/>
        </div>
    }
}

fn headings(workspace: Workspace) -> Headings {
    let say =
        |phrase: crate::words::Phrase| phrase.to(workspace.language.get_untracked()).to_owned();
    Headings {
        columns: Column::ALL.map(|column| say(words::list_column(column))).to_vec(),
        group: say(words::GROUP_COLUMNS[0]),
        groups: Group::ALL.map(|group| say(words::group(group))).to_vec(),
    }
}

fn rows(list: &List, glass: Glass) -> AnyView {
    let row = |(id, name, group, numbers): &(u32, String, Group, [Option<f64>; 6])| {
        let id = *id;
        let [purchases, silence, spend, alive, expected, value] = *numbers;
        let cell = |x: Option<f64>, unit: Unit| x.map_or_else(String::new, |x| glass.cell(x, unit));
        let cells = [
            cell(purchases, Unit::Count),
            silence.map_or_else(String::new, |x| glass.number(x, 1)),
            cell(spend, Unit::Money),
            alive.map_or_else(String::new, |x| glass.value(x, Unit::Share)),
            expected.map_or_else(String::new, |x| glass.number(x, 2)),
            cell(value, Unit::Money),
        ];
        let group = words::group(*group).to(glass.language);
        view! {
            <tr>
                <th scope="row">{name.clone()} " " <small>{group}</small></th>
                {cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}
                <td class="act"><ShowStory id name=name.clone()/></td>
            </tr>
        }
    };
    list.rows.iter().map(row).collect_view().into_any()
}

/// Shows the story of the customer in a row.
#[component]
fn ShowStory(id: u32, name: String) -> impl IntoView {
    let desk = Desk::here();
    let workspace = Workspace::here();
    let called = live(move || format!("{}: {name}", workspace.say(words::SHOW_STORY)));
    view! { <Button label=words::SHOW_STORY name=called act=move |()| desk.ask_story(id)/> }
}

/// Which part of the list is shown, and the way to the others.
#[component]
fn Pages(listing: RwSignal<Listing>) -> impl IntoView {
    let desk = Desk::here();
    let workspace = Workspace::here();
    let fit = move || desk.list.with(|list| list.as_ref().map_or(0, |list| list.fit));
    let from = move || listing.with(|listing| listing.from);
    let told = live(move || {
        let (from, fit) = (from(), fit());
        words::part(workspace.glass(), (from + 1).min(fit), (from + COUNT).min(fit), fit)
    });
    let go = move |to: usize| listing.update(|listing| listing.from = to);
    view! {
        <div class="bring">
            <Button label=words::BEFORE disabled=live(move || from() == 0)
                act=move |()| go(listing.get_untracked().from.saturating_sub(COUNT))/>
            <span role="status">{told}</span>
            <Button label=words::AFTER disabled=live(move || from() + COUNT >= fit())
                act=move |()| go(listing.get_untracked().from + COUNT)/>
        </div>
    }
}
