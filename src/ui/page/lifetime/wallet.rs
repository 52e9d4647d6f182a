//! The rest of the customer's wallet, and what a gain at their expense puts at risk.

use leptos::prelude::*;

use super::reason;
use crate::case::relations::Number;
use crate::case::wallet::{ConflictError, WalletError};
use crate::case::{Case, Input};
use crate::ui::page::{Sketch, boxes, dragged};
use crate::ui::widget::figure::plain_table;
use crate::ui::widget::live::{live, memo, part};
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, relation as words};

const fn wallet_reason(error: WalletError) -> Phrase {
    match error {
        WalletError::MoreThanAll => words::MORE_THAN_ALL,
        WalletError::NoneLeft => words::NONE_LEFT,
        WalletError::TooLarge => words::TOO_LARGE,
    }
}

const fn conflict_reason(error: ConflictError) -> Phrase {
    match error {
        ConflictError::Lifetime(error) => reason(error),
        ConflictError::NothingToLose => words::NOTHING_TO_LOSE,
    }
}

/// Growth by a larger share, against growth by more heads.
#[component]
pub fn WalletSection() -> impl IntoView {
    let workspace = Workspace::here();
    let chart = memo(move || {
        let language = workspace.language.get();
        workspace.case().with(|case| {
            let growth = case.wallet().map_err(wallet_reason)?;
            Ok(case.wallet_figure(&growth, language))
        })
    });
    let grips = memo(move || workspace.case().with(Case::wallet_grips));
    let table = part(move || {
        let language = workspace.language.get();
        let table = workspace.settled().with(|case| {
            let growth = case.wallet().ok()?;
            Some(case.growth_table(&growth, language))
        })?;
        Some(plain_table(words::GROWTH[0].to(language).to_owned(), table))
    });
    let cheaper = live(move || {
        let growth = workspace.settled().with(Case::wallet).ok()?;
        let language = workspace.language.get();
        Some(words::cheaper(language, growth.by_share.cost, growth.by_heads?.cost))
    });
    let below = view! {
        {table}
        <p class="remark">{cheaper}</p>
    }
    .into_any();
    view! {
        <Sketch chart moved=dragged(grips) note=words::WALLET_NOTE below>
            {boxes(&[Number::Spend, Number::WithUs, Number::Points].map(Input::Relation))}
            {boxes(&[Number::Customers, Number::Effort].map(Input::Relation))}
            {boxes(&[Input::Years])}
        </Sketch>
    }
}

/// A gain now against a customer we may lose by it.
#[component]
pub fn ConflictSection() -> impl IntoView {
    let workspace = Workspace::here();
    let chart = memo(move || {
        let language = workspace.language.get();
        workspace.case().with(|case| {
            let conflict = case.conflict().map_err(conflict_reason)?;
            Ok(case.conflict_figure(&conflict, language))
        })
    });
    let grips = memo(move || workspace.case().with(Case::conflict_grips));
    view! {
        <Sketch chart moved=dragged(grips) note=words::CONFLICT_NOTE>
            {boxes(&[Number::Gain, Number::Risk].map(Input::Relation))}
        </Sketch>
    }
}
